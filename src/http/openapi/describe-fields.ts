import type { z } from 'zod';

/**
 * Gives every field of a schema its description: here and not in the domain, which knows of no document. A field that
 * the domain gains and nobody describes does not compile.
 */
export function describeFields<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
  descriptions: Readonly<Record<keyof Shape & string, string>>,
): Shape {
  const described = Object.entries(shape).map(([name, field]) => [
    name,
    field.meta({ description: descriptions[name] }),
  ]);
  return Object.fromEntries(described) as Shape;
}
