export function strangers(root: string, rooms: readonly string[]): string[];
