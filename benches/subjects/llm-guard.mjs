import llmGuard from 'llm-guard';

// Its other guards look for jailbreaks and swearing, which is nobody else's work here.
const ONLY_PII = {
  pii: true, jailbreak: false, profanity: false, promptInjection: false, relevance: false, toxicity: false,
};

export function open() {
  const guard = new llmGuard.LLMGuard(ONLY_PII);
  return { answersLater: true, mask: async (text) => (await guard.validate(text)).results[0].details };
}
