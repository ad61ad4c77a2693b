import type { Asking } from './asking.ts';

/** What is said of an item 项目 on a form: its name, and the unit of a quantity. */
type Named = { readonly label: string; readonly unit?: string };

/** The items of the scheme on a day by id, each as it is called; an item that is gone reads as its id’s own words. */
export async function itemsNamed(asking: Asking, day: string): Promise<(id: string) => Named> {
  const { items } = await asking.ask('item.list', { day });
  const known = new Map(items.map(({ id, label, unit }) => [id, { label, ...(unit !== undefined && { unit }) }]));
  return (id) => known.get(id) ?? { label: id.replace(/^[A-Z0-9]+-/, '') };
}

/** What a fact refers to 凭据; one that names a finding by its id says nothing on paper. */
export function refWords({ ref }: { readonly ref?: string | undefined }): string | undefined {
  return ref === undefined || /^(objection|appeal|opening):/.test(ref) ? undefined : ref;
}
