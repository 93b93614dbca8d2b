// Rows of texts -> a table file (RFC 4180): CR LF, quotes doubled, and nothing that a spreadsheet would run as a formula.

const field = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The text of the file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export const csv = (rows) => `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
