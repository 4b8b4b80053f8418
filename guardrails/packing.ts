/**
 * Packs statements, in their order, into policy documents of at most `maximum` characters each.
 * Throws when one statement alone is too long: no document could hold it.
 */
export function packStatements(
  statements: readonly { readonly Sid: string }[],
  maximum: number,
): string[] {
  const documents: string[] = [];
  let open: { readonly Sid: string }[] = [];
  for (const statement of statements) {
    if (render([statement]).length > maximum) {
      throw new Error(
        `The statement ${statement.Sid} has ${render([statement]).length} characters with its document; ` +
          `at most ${maximum} fit: name fewer roles in it.`,
      );
    }
    if (render([...open, statement]).length > maximum) {
      documents.push(render(open));
      open = [];
    }
    open.push(statement);
  }
  return open.length > 0 ? [...documents, render(open)] : documents;
}

function render(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
