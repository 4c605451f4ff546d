export function brokenTransactions(root: string): string[];
