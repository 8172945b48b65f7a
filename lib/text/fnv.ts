/** Constants of the 32-bit hash FNV-1a (Fowler, Noll, Vo): `hash = imul(hash ^ unit, FNV_PRIME)`. */
export const FNV_OFFSET_BASIS = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;
