declare const brand: unique symbol;

/** A primitive that must not be mixed up with others; made by exactly one parser or constructor. */
export type Brand<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
