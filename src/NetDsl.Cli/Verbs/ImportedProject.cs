using System.Security;
using NetDsl.Cli.Output;
using NetDsl.Cli.Sources;
using NetDsl.Compiler.Checks;
using NetDsl.Interop.Snapshots;

namespace NetDsl.Cli.Verbs;

/// <summary>The files of a project that describes a snapshot.</summary>
internal sealed class ImportedProject
{
    private readonly AccountSnapshot snapshot;
    private readonly List<string> errors;
    private readonly string name;

    public ImportedProject(OpenTopology topology, AccountSnapshot snapshot)
    {
        this.snapshot = snapshot;
        name = ClassName(topology.Name);
        errors = [.. topology.Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    public string ProjectFile => name + ".csproj";

    /// <summary>Each file with its content.</summary>
    /// <param name="packages">A folder with the NetDsl package.</param>
    public IEnumerable<(string Name, string Content)> Files(string? packages)
    {
        yield return (ProjectFile, Project(packages));
        yield return (name + ".cs", snapshot.ToCode(name));
        if (errors.Count > 0)
        {
            yield return (".editorconfig", EditorConfig());
        }
    }

    private string Project(string? packages)
    {
        // The program that a project of topologies becomes runs what has no errors.
        var output = errors.Count == 0
            ? "    <OutputType>Exe</OutputType>\n    <NetDslSimulation>true</NetDslSimulation>\n"
            : "";
        var source = packages is null ? "" : $"    <RestoreAdditionalProjectSources>{SecurityElement.Escape(Path.GetFullPath(packages))}</RestoreAdditionalProjectSources>\n";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
            {output}    <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
            {source}  </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="NetDsl" Version="{ToolVersion.OfPackages}" />
              </ItemGroup>

            </Project>

            """;
    }

    /// <summary>What is wrong with an account is there all the same: it is told, and does not keep the project from being built.</summary>
    private string EditorConfig() =>
        "root = true\n\n[*.cs]\n" + string.Concat(errors.Select(id => $"dotnet_diagnostic.{id}.severity = warning\n"));

    private static string ClassName(string text)
    {
        var words = new string([.. text.Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return joined.Length == 0 || !char.IsAsciiLetter(joined[0]) ? "Account" + joined : joined;
    }
}
