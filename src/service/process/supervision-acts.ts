import { appealActs } from './appeal.ts';
import { concernActs } from './concern.ts';
import { noticeActs } from './notice.ts';
import { objectionActs } from './objection.ts';
import { questionActs } from './question.ts';

/** The acts of notice, objection, appeal, questions and concerns 公示与监督 (§三(四), §五(三)). */
export const supervisionActs = { ...noticeActs, ...objectionActs, ...appealActs, ...questionActs, ...concernActs };
