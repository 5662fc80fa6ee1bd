using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetDsl.Generators.Emission;
using NetDsl.Testing;

namespace NetDsl.Generators.Tests;

/// <summary>
/// The runtime's compiler optimises all that is generated: of a method that is too large for it, it would make what no optimisation makes. What it says itself is read, in a process of its
/// own in which every method is compiled once and for good.
/// </summary>
public partial class JitTests
{
    const string PreparesAll = """
        using System.Linq;
        using System.Reflection;
        using System.Runtime.CompilerServices;

        foreach (var type in Assembly.GetExecutingAssembly().GetTypes())
        {
            const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            {
                if (!method.IsAbstract && !method.ContainsGenericParameters)
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            }
        }
        """;

    [Theory]
    [InlineData("Shop")]
    [InlineData("HubAndSpoke")]
    [InlineData("Names")]
    public void Generated_methods_are_optimised(string topology)
    {
        var project = TopologyProject.Of(SnapshotTests.Source(topology)).With("Program.cs", PreparesAll) with { OutputKind = OutputKind.ConsoleApplication };
        var methods = OptimisationOf(project.Generate().Compilation);

        Assert.Contains(methods, method => Switch().IsMatch(method.Name));
        Assert.All(methods, method => Assert.Equal("FullOpts", method.Optimisation));
    }

    [Fact]
    public void So_is_the_largest_that_may_be_generated() => Assert.Equal("FullOpts", OptimisationOfSwitch(DestinationSwitch.MostRanges));

    [Fact]
    public void A_method_that_is_too_large_would_be_told() => Assert.NotEqual("FullOpts", OptimisationOfSwitch(1_200));

    /// <summary>That of a method as the generator writes them, of so many ranges.</summary>
    static string OptimisationOfSwitch(int ranges)
    {
        var code = new StringBuilder("static class Generated { public static int FromSubnet(uint destination) => destination switch { ");
        for (var range = 1; range < ranges; range++)
        {
            code.Append(CultureInfo.InvariantCulture, $"< {(uint)range * 200_000}u => {range * 977 % 1000}, ");
        }

        var project = TopologyProject.Of(code.Append("_ => 0 }; }").ToString()).With("Program.cs", PreparesAll) with { OutputKind = OutputKind.ConsoleApplication };
        return Assert.Single(OptimisationOf(project.Compilation()), method => Switch().IsMatch(method.Name)).Optimisation;
    }

    /// <summary>The methods of a program and what the runtime's compiler said of them.</summary>
    static List<(string Name, string Optimisation)> OptimisationOf(Compilation program)
    {
        using var scratch = new ScratchFolder();
        var (assembly, summary) = (Path.Combine(AppContext.BaseDirectory, $"{Path.GetFileName(scratch.Path)}.dll"), Path.Combine(scratch.Path, "methods.txt"));
        try
        {
            // Beside what it references.
            Assert.Empty(program.Emit(assembly).Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error));
            var result = Command.Run(
                scratch.Path,
                new Dictionary<string, string>
                {
                    ["DOTNET_TieredCompilation"] = "0",
                    ["DOTNET_JitDisasmSummary"] = "1",
                    ["DOTNET_JitStdOutFile"] = summary,
                },
                "dotnet",
                "exec",
                "--runtimeconfig",
                Path.Combine(AppContext.BaseDirectory, "NetDsl.Generators.Tests.runtimeconfig.json"),
                "--depsfile",
                Path.Combine(AppContext.BaseDirectory, "NetDsl.Generators.Tests.deps.json"),
                assembly);
            Assert.True(result.ExitCode == 0, result.ToString());
        }
        finally
        {
            File.Delete(assembly);
        }

        return [.. Compiled().Matches(File.ReadAllText(summary))
            .Select(match => (match.Groups["name"].Value, match.Groups["optimisation"].Value))
            .Where(method => program.Assembly.GetTypeByMetadataName(OutermostOf(method.Item1)) is not null || method.Item1.StartsWith('<'))];
    }

    /// <summary>The type that a method is in, or that its type is in; types of a file have no such name, and begin with its name in angle brackets.</summary>
    static string OutermostOf(string method) => method.Split(':')[0].Split('+')[0];

    [GeneratedRegex(@"^\s*\d+: JIT compiled (?<name>[^(]+)\(.*\[(?<optimisation>[^,\]]+),", RegexOptions.Multiline)]
    private static partial Regex Compiled();

    [GeneratedRegex(@":From\w+$")]
    private static partial Regex Switch();
}
