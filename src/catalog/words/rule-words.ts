/** Which offer a name was taken for by a rule, and whose rule that is. */
export function ruleWords(name: string, offer: string): string {
  return `"${name}" is taken for ${offer}: it fits what the public datasets say that offer's names are like`;
}
