import { canonical } from '../domain/shared/canonical';

/** The list of material as a row keeps it; null where nothing is asked for. */
export function materialsText(materials: readonly string[]): string | null {
  return materials.length === 0 ? null : canonical([...materials]);
}

/** The list of material of a row. */
export function materialsOf({ materials }: { readonly materials: string | null }): readonly string[] {
  return materials === null ? [] : (JSON.parse(materials) as string[]);
}
