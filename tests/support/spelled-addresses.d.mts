export function spelledAddresses(root: string): string[];
