/** Keeps the last answer: findings come statement by statement, and many may be about the same one. */
export function lastAnswer<Question, Answer>(
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  let last: { readonly question: Question; readonly answer: Answer } | undefined;
  return (question) => {
    if (last === undefined || last.question !== question)
      last = { question, answer: answer(question) };
    return last.answer;
  };
}
