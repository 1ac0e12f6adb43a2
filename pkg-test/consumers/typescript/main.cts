import antifaz = require('antifaz');

export const ready: Promise<antifaz.Redactor> = antifaz.createRedactor();
