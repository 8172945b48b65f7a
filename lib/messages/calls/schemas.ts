/** Schemas that several calls share. */
import * as v from 'valibot';

/** Text of at most this many characters. */
export const text = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength));
export const nothing = v.object({});
export const index = v.pipe(v.number(), v.integer(), v.minValue(0));
export const upvotes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
export const pageKind = text(80);
export const arxivId = text(40);
export const panelStart = v.picklist(['open', 'closed', 'hidden']);
