/** The first `limit` elements that match; a page can have any number. */
export function firstElements(root: ParentNode, selector: string, limit: number): Element[] {
  const found = root.querySelectorAll(selector);
  const length = Math.min(found.length, limit);
  return Array.from({ length }, (_, at) => found[at] as Element);
}
