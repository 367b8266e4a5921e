const stopAtEnd = /[.!?…:。！？؟।۔]["'”’»)\]」』]*$/u;

/** True of a text that ends as sentences do, in any script: headings and list items mostly do not. */
export function endsInStop(text: string): boolean {
  return stopAtEnd.test(text.slice(-12));
}
