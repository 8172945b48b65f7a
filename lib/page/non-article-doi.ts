/** DOIs of other things than papers: whole books, parts of an article, data, projects. */

/** An ISBN without a chapter is a book. */
const book = /^10\.\d{4,9}\/(?:1\.)?97[89][-\d]{10,14}$/;
/** Figures, tables and supplements of PLOS and PeerJ have their own DOIs. */
const part = /^10\.(?:1371\/journal\.\w+\.\d{7}\.[a-z]\d{3}|7717\/peerj[\w-]*\.\d+\/.+)$/;
/** Registrants that only publish data: Dryad, Dataverse, Mendeley Data, OSF's projects, PANGAEA, GBIF, and others. */
const data =
  /^10\.(?:5061\/dryad|7910\/dvn|17632\/|17605\/osf|1594\/pangaea|15468\/|3886\/|34740\/|24433\/|24432\/|18112\/|13026\/|5066\/|5067\/|2210\/pdb|6073\/)/;

/** What a DOI (in lower case) identifies instead of a paper; null when its form does not show it. */
export function competingType(doi: string): 'book' | 'part of an article' | 'data' | null {
  if (book.test(doi)) return 'book';
  if (part.test(doi)) return 'part of an article';
  return data.test(doi) ? 'data' : null;
}
