import { parseXml, type XmlElement } from '@rgrove/parse-xml';

/** The root element of a document; null where the text is not XML. */
export function parseRoot(text: string): XmlElement | null {
  try {
    return parseXml(text).root;
  } catch {
    return null;
  }
}

/** Child elements with a name, prefix included. */
export function childElements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );
}

/** The text of the first child element with a name, trimmed; empty where there is none. */
export const childText = (parent: XmlElement, name: string): string =>
  childElements(parent, name)[0]?.text.trim() ?? '';
