import type { AnswerOf } from '#contract/api.ts';

/** What of a notice 公示 its page shows; who is masked is a number here, no name. */
export type NoticeContent = {
  readonly of: 'quarter' | 'settlement';
  readonly author: string;
  readonly edited: readonly string[];
  readonly days: number;
  readonly text: string;
  readonly code: string | undefined;
  readonly start: string | undefined;
  readonly reviewer: string | undefined;
  readonly reason: string | undefined;
  readonly masked: number;
  readonly feedback: readonly { readonly day: string; readonly text: string }[];
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads the content of a notice as the server sent it. */
export function noticeContent({ content }: AnswerOf<'notice.show'>['matters'][number]): NoticeContent {
  const list = (name: string): readonly unknown[] => (Array.isArray(content[name]) ? content[name] : []);
  return {
    of: content['of'] === 'settlement' ? 'settlement' : 'quarter',
    author: textOf(content['author']) ?? '',
    edited: list('edited').map(String),
    days: Number(content['days'] ?? 0),
    text: textOf(content['text']) ?? '',
    code: textOf(content['code']),
    start: textOf(content['start']),
    reviewer: textOf(content['reviewer']),
    reason: textOf(content['reason']),
    masked: list('masked').length,
    feedback: list('feedback') as NoticeContent['feedback'],
  };
}
