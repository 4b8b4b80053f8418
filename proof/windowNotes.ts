import { Policies } from "../iam/decision";
import { Request } from "../iam/request";
import { levelAnswers } from "./levelAnswers";

const dates: Readonly<Record<string, string>> = {
  DateGreaterThanEquals: "from",
  DateGreaterThan: "after",
  DateLessThan: "until",
  DateLessThanEquals: "until, and at,",
};

/** The statements that would allow a refused request at another time, and when. */
export function windowNotes(request: Request, policies: Policies): string[] {
  const { "aws:CurrentTime": at, ...context } = request.context ?? {};
  if (at === undefined) {
    return [];
  }
  const unknown = [...(request.unknown ?? []), "aws:CurrentTime"];
  const answers = levelAnswers({ ...request, context, unknown }, { policies });
  const found = answers
    .filter(({ kind, answer }) => kind === "identity" && answer === "may allow")
    .flatMap(({ statements }) => statements);
  return found.flatMap(({ policy, sid, index }) => {
    const statement = policies.identity?.find(({ id }) => id === policy)?.statements[index];
    const when = (statement?.statement.conditions ?? []).flatMap(({ operator, key, values }) =>
      key.toLowerCase() === "aws:currenttime" && operator in dates
        ? [`${dates[operator]} ${values.join(" or ")}`]
        : [],
    );
    return when.length === 0
      ? []
      : [`${sid ?? `statement ${index + 1}`} in ${policy} allows it ${when.join(" ")}.`];
  });
}
