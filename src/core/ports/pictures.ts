/** Draws pictures. */
export interface Pictures {
  /**
   * A drawing in SVG as PNG, twice as large. Its texts may have the characters of European languages.
   * `null` on a machine for which the library has no program, which is logged once.
   */
  png(svg: string): Promise<Uint8Array | null>;
}
