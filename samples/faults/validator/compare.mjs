// Says what the validator of the vendor, and what NetDsl, find of ten faults: writes docs/validator.md.
//
//     node samples/faults/validator/compare.mjs
//
// The validator is installed beside this file, in node_modules. What NetDsl finds is asked of its test of the faults, which
// holds the comments in the topologies.
import { execSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const version = "1.9.0-beta";
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../..");

execSync(`npm install --no-save --no-audit --no-fund @aws/cloudformation-validate@${version}`, { cwd: here, stdio: "inherit" });
execSync("dotnet test tests/NetDsl.CodeFixes.Tests --filter FullyQualifiedName~Every_fault_is_told", { cwd: root, stdio: "inherit" });
const { CelEngine, TemplateFile } = await import("@aws/cloudformation-validate");

// What it says of every template, whatever its network: style, and what an update would replace.
const ofEveryTemplate = new Set(["I9001", "I9003", "I9040", "W3010", "W9010"]);

const topologies = new Map(
  fs.readdirSync(path.join(root, "samples/faults"), { recursive: true })
    .filter(file => file.endsWith(".cs"))
    .map(file => [path.basename(file, ".cs"), file]));

const engine = new CelEngine();
const rows = fs.readdirSync(here).filter(file => /^\d.*\.json$/.test(file)).sort().map(file => {
  const template = JSON.parse(fs.readFileSync(path.join(here, file), "utf8"));
  const found = engine.validateStandard(new TemplateFile(path.join(here, file))).diagnostics
    .filter(diagnostic => !ofEveryTemplate.has(diagnostic.ruleId));
  const topology = topologies.get(template.Metadata.NetDsl);
  const [, rule] = / \/\/ (ND\d{4}) at `/.exec(fs.readFileSync(path.join(root, "samples/faults", topology), "utf8"));
  const validator = [...new Set(found.map(diagnostic => diagnostic.ruleId))].join(", ");
  return { fault: template.Description, file, validator, topology, rule };
});
engine.free();

fs.writeFileSync(path.join(root, "docs/validator.md"), `# Beside the vendor's template validator

Ten faults, each as a CloudFormation template and as a topology, and what finds them: \`@aws/cloudformation-validate\` ${version} from npm, and NetDsl. Left out of
the validator's are the ${ofEveryTemplate.size} rules that speak of every template (${[...ofEveryTemplate].join(", ")}: tags, hard-coded zones and images, what an update replaces).
Made by \`node samples/faults/validator/compare.mjs\`, which runs both.

| Fault | Template | Validator | Topology | NetDsl |
| --- | --- | --- | --- | --- |
${rows.map(row => `| ${row.fault} | [${row.file}](../samples/faults/validator/${row.file}) | ${row.validator || "–"} | [${path.basename(row.topology)}](../samples/faults/${row.topology}) | [${row.rule}](rules/${row.rule}.md) |`).join("\n")}

The validator finds ${rows.filter(row => row.validator).length} of ${rows.length}, NetDsl ${rows.filter(row => row.rule).length}. The cycle of groups is a fault of a template only: the vendor takes groups that reference each other, which NetDsl
tells as advice.
`);
