import type { FormTitles } from './form-titles.zh-CN.ts';

/** The English titles of printed forms in a list; the forms themselves are Chinese. */
export const formTitlesEn: FormTitles = {
  declaration: 'Declaration slip',
  roll: 'Roll and attendance sheet',
  ballot: 'Ballot',
  registerBranch: 'Register of points (branch)',
  registerMember: 'Register of points (member)',
  minutes: 'Minutes',
  notice: 'Public notice',
  summary: 'Summary of a quarter',
  settlement: 'Summary of a year',
  filing: 'Annual filing form',
  personal: 'Yearly personal record',
  exemption: 'Exemption form',
  talk: 'Record of a talk',
  improvement: 'Improvement plan',
  objection: 'Objection',
  objectionAnswer: 'Answer to an objection',
  appeal: 'Appeal',
  appealAnswer: 'Answer to an appeal',
};
