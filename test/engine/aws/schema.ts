import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";

/** The shape of a value, as the declarations of @pulumi/aws give it. */
export type Shape =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "list" | "map"; readonly element: Shape }
  | { readonly kind: "object"; readonly name: string; readonly properties: () => Properties }
  | { readonly kind: "either"; readonly shapes: readonly Shape[] };

export interface Property {
  readonly shape: Shape;
  readonly required: boolean;
}

export type Properties = Readonly<Record<string, Property>>;

/** What a resource type takes, and what it always has after an update. */
export interface ResourceSchema {
  readonly inputs: Properties;
  /** Outputs; `required` are those that AWS or the provider fills in where the program does not. */
  readonly outputs: Properties;
}

const aws = dirname(require.resolve("@pulumi/aws/package.json"));
const schemas = new Map<string, ResourceSchema>();
const namespaces = new Map<string, Map<string, ts.InterfaceDeclaration>>();

/**
 * The schema of a resource type such as `aws:iam/role:Role`, read from the package's own declarations: they
 * are generated from the provider's schema, which the package does not carry. Undefined for an unknown type.
 */
export function resourceSchema(type: string): ResourceSchema | undefined {
  const known = schemas.get(type);
  if (known !== undefined) {
    return known;
  }
  const [, path, className] = /^aws:([^:]+):(\w+)$/.exec(type) ?? [];
  const file = join(aws, `${path}.d.ts`);
  if (path === undefined || className === undefined || !existsSync(file)) {
    return undefined;
  }
  const schema = readResource(file, className);
  schemas.set(type, schema);
  return schema;
}

/** What the provider itself takes: region, roles to assume, account ids that it may touch. */
export function providerSchema(): Properties {
  const { inputs } = readResource(join(aws, "provider.d.ts"), "Provider");
  // The SDK adds its own version to what the program says.
  return { ...inputs, version: { shape: { kind: "string" }, required: false } };
}

function readResource(file: string, className: string): ResourceSchema {
  const source = parse(file, readFileSync(file, "utf8"));
  const declared = source.statements.filter(
    (node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node),
  );
  const args = declared.find(({ name }) => name?.text === `${className}Args`);
  const resource = declared.find(({ name }) => name?.text === className);
  return {
    inputs: propertiesOf(args?.members ?? []),
    outputs: propertiesOf(resource?.members ?? []),
  };
}

function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
}

function propertiesOf(members: Iterable<ts.Node>): Properties {
  const properties: Record<string, Property> = {};
  for (const member of members) {
    const isProperty = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
    if (isProperty && member.type !== undefined && ts.isIdentifier(member.name)) {
      const required = member.questionToken === undefined && !mayBeUndefined(member.type);
      properties[member.name.text] = { shape: shapeOf(member.type), required };
    }
  }
  return properties;
}

/** `pulumi.Output<string | undefined>`: the declaration of an output that need not be there. */
function mayBeUndefined(type: ts.TypeNode): boolean {
  const [inner] = ts.isTypeReferenceNode(type) ? (type.typeArguments ?? []) : [];
  return inner !== undefined && ts.isUnionTypeNode(inner) && inner.types.some(isUndefined);
}

function isUndefined(type: ts.TypeNode): boolean {
  return type.kind === ts.SyntaxKind.UndefinedKeyword;
}

function shapeOf(type: ts.TypeNode): Shape {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: "string" };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: "number" };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: "boolean" };
  }
  if (ts.isParenthesizedTypeNode(type)) {
    return shapeOf(type.type);
  } else if (ts.isArrayTypeNode(type)) {
    return { kind: "list", element: shapeOf(type.elementType) };
  } else if (ts.isUnionTypeNode(type)) {
    const shapes = type.types.filter((option) => !isUndefined(option)).map(shapeOf);
    return shapes.length === 1 ? shapes[0]! : { kind: "either", shapes };
  } else if (ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    return index ? { kind: "map", element: shapeOf(index.type) } : { kind: "any" };
  } else if (ts.isTypeReferenceNode(type)) {
    return shapeOfReference(type);
  }
  return { kind: "any" };
}

function shapeOfReference(type: ts.TypeReferenceNode): Shape {
  const [first, ...rest] = entityName(type.typeName).split(".");
  const [argument] = type.typeArguments ?? [];
  if (first === "pulumi" && ["Input", "Output"].includes(rest[0]!) && argument) {
    return shapeOf(argument);
  } else if (first === "inputs" || first === "outputs") {
    const name = rest.pop()!;
    const namespace = rest.join(".");
    const file = first === "inputs" ? "input" : "output";
    return { kind: "object", name, properties: () => nestedProperties(file, namespace, name) };
  } else if (first === "pulumi") {
    return { kind: "any" };
  }
  // An ARN, an enumeration, or a resource in whose place the engine hands over its id: all are text.
  return { kind: "string" };
}

function entityName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${entityName(name.left)}.${name.right.text}`;
}

function nestedProperties(file: string, namespace: string, name: string): Properties {
  const declaration = namespaceInterfaces(file, namespace).get(name);
  if (declaration === undefined) {
    throw new Error(`@pulumi/aws declares no ${file} type ${namespace}.${name}.`);
  }
  return propertiesOf(declaration.members);
}

/** Only the one namespace is parsed: the whole file has 5.7 MB, a namespace some kilobytes. */
function namespaceInterfaces(file: string, namespace: string) {
  const key = `${file}:${namespace}`;
  let interfaces = namespaces.get(key);
  if (interfaces === undefined) {
    const text = typesFile(file);
    const opening = `export declare namespace ${namespace} {\n`;
    const start = namespace === "" ? 0 : text.indexOf(opening) + opening.length;
    const body =
      namespace === ""
        ? text.slice(0, text.indexOf("export declare namespace"))
        : text.slice(start, text.indexOf("\n}\n", start));
    interfaces = new Map(
      parse(key, body)
        .statements.filter(ts.isInterfaceDeclaration)
        .map((declaration) => [declaration.name.text, declaration]),
    );
    namespaces.set(key, interfaces);
  }
  return interfaces;
}

const typesText = new Map<string, string>();

function typesFile(file: string): string {
  const text = typesText.get(file) ?? readFileSync(join(aws, `types/${file}.d.ts`), "utf8");
  typesText.set(file, text);
  return text;
}
