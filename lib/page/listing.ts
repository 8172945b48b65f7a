export const papersOnListing = (_: string, __: Document) => [];
