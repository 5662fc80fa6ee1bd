using System.Text.RegularExpressions;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>
/// A copy of the shop sample outside the repository, to be broken and built. It stands on what this repository has built
/// already: only the copy itself is compiled.
/// </summary>
sealed partial class ShopCopy : IDisposable
{
    readonly ScratchFolder folder = new();

    public ShopCopy(Func<string, string> edit)
    {
        var sample = Sample.Of("Shop");
        Source = edit(File.ReadAllText(sample.SourceFile));
        Assert.NotEqual(File.ReadAllText(sample.SourceFile), Source);
        File.WriteAllText(Path.Combine(folder.Path, "Shop.cs"), Source);
        File.WriteAllText(Path.Combine(folder.Path, "Shop.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <LangVersion>14.0</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NetDslSimulation>true</NetDslSimulation>
              </PropertyGroup>
              <Import Project="{Repository.Root}/build/NetDsl.Topology.targets" />
            </Project>
            """);
    }

    public string Source { get; }

    /// <summary>What <c>dotnet build</c> says about the network.</summary>
    public IReadOnlyList<BuildDiagnostic> Build()
    {
        var restored = Command.Run(folder.Path, "dotnet", "restore", "-v", "quiet");
        Assert.True(restored.ExitCode == 0, restored.ToString());
        var built = Command.Run(
            folder.Path, "dotnet", "build", "--no-restore", "-v", "quiet", "-c", Repository.Configuration,
            "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "-nodeReuse:false");
        Output = built.ToString();
        return
        [
            .. DiagnosticLine().Matches(built.Output)
                .Select(match => new BuildDiagnostic(
                    match.Groups["id"].Value,
                    match.Groups["severity"].Value,
                    int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture),
                    int.Parse(match.Groups["column"].Value, System.Globalization.CultureInfo.InvariantCulture),
                    match.Groups["message"].Value))
                .Distinct()
                .OrderBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column),
        ];
    }

    /// <summary>Everything that the build printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Where a text stands for the n-th time: line and column, from 1.</summary>
    public (int Line, int Column) PlaceOf(string text, int occurrence = 1)
    {
        var position = -1;
        for (var found = 0; found < occurrence; found++)
        {
            position = Source.IndexOf(text, position + 1, StringComparison.Ordinal);
            Assert.True(position >= 0, $"{text} does not stand there {occurrence} times");
        }

        var before = Source[..position];
        return (before.Count(character => character == '\n') + 1, position - before.LastIndexOf('\n'));
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"Shop\.cs\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning) (?<id>\w+): (?<message>.*?)(?: \(http[^)]*\))?(?: \[[^\]]*\])?$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}

/// <summary>One line of a build log.</summary>
sealed record BuildDiagnostic(string Id, string Severity, int Line, int Column, string Message);
