// A word that is written nowhere in the directory -> the nearest that is.

/** The word itself when some word of the directory is it or begins with it; else the nearest; else nothing. */
export const meant = (typed, vocabulary) => {
  if (typed.length < 4 || /\d/.test(typed) || vocabulary.some((word) => word.startsWith(typed))) return typed;
  const most = typed.length < 8 ? 1 : 2;
  let best, least = most + 1;
  for (const word of vocabulary) {
    if (Math.abs(word.length - typed.length) > most) continue;
    const far = typing(typed, word, least) + (word[0] === typed[0] ? 0 : 0.5); // the first letter is seldom mistyped
    if (far < least) [best, least] = [word, far];
  }
  return best ?? vocabulary.findLast((word) => typed.startsWith(word)); // "freelancerish": "freelancer"
};

/** Letters to add, leave out, change or swap to make one word the other (optimal string alignment), up to a limit. */
const typing = (a, b, limit) => {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length];
};
