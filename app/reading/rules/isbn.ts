/** The 10 or 13 characters of an ISBN whose check digit is right; null otherwise. */
export function readIsbn(typed: string): string | null {
  const isbn = typed
    .replace(/^isbn(?:-1[03])?:?/i, '')
    .replace(/[\s–-]/g, '')
    .toUpperCase();
  const digits = [...isbn].map((char) => (char === 'X' ? 10 : Number(char)));
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = digits.reduce((total, digit, index) => total + digit * (10 - index), 0);
    return sum % 11 === 0 ? isbn : null;
  }
  if (/^97[89]\d{10}$/.test(isbn)) {
    const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 ? 3 : 1), 0);
    return sum % 10 === 0 ? isbn : null;
  }
  return null;
}
