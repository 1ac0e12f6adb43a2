export function greeting(language: string): string;
export function reply(memory: object, text: string, language: string): readonly string[];
