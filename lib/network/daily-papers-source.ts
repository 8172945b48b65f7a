/** The Daily Papers API of Hugging Face. */
import type { DailyPapersSource } from '../digest/source.ts';
import { requestText } from './request.ts';

const apiAddress = 'https://huggingface.co/api/daily_papers';
/** The largest page of the API. */
const pageSize = 100;

export function dailyPapersSource(ports: {
  hasAccess(): Promise<boolean>;
  fetch?: typeof fetch;
}): DailyPapersSource {
  return {
    async page(day, page) {
      const url = `${apiAddress}?date=${day}&limit=${pageSize}&p=${page}`;
      const answer = await requestText(url, { ...ports, mediaTypes: ['application/json'] });
      if (!answer.ok) return answer;
      try {
        return { ...answer, body: JSON.parse(answer.body) as unknown };
      } catch {
        return { ok: false, kind: 'not-json', httpStatus: 200, retryAfterMs: null };
      }
    },
  };
}
