/**
 * Why git attributes keep a path from being governed, or undefined. `attributes` as
 * Repository.attributes gives them: `filter=lfs`, `ident`, `-diff`.
 */
export function attributeRefusal(attributes: readonly string[]): string | undefined {
  const changing = attributes.find((attribute) =>
    /^(?:filter|working-tree-encoding)(?:=|$)|^ident$/.test(attribute),
  );
  if (changing !== undefined)
    return `The git attribute ${changing} changes its content on checkout: what people read would not be what runs.`;
  const hiding = attributes.find((attribute) =>
    /^-diff$|^linguist-generated(?!=false$)(?:=|$)/.test(attribute),
  );
  return hiding === undefined
    ? undefined
    : `The git attribute ${hiding} hides it from reviewers: nobody would see what they approve.`;
}
