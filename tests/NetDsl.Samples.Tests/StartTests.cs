using System.Text.RegularExpressions;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests;

/// <summary>
/// How much a program compiles before its first verdict. The libraries come compiled ahead of time; what such images cannot hold is compiled anew by every program that
/// starts, above all code of the framework over our structures: arrays and loops in its place are not.
/// </summary>
public partial class StartTests
{
    /// <summary>Two more than the samples take with the framework of today, about half of them methods of the program itself and four of the runtime that every program has.</summary>
    const int MostMethods = 14;

    [TheoryOnImages]
    [InlineData("Shop", "Shop.Network.Trace(Shop.Instances.WebA, Shop.Instances.DbB, Traffic.Tcp(5432)).Verdict", "Reachable")]
    [InlineData("CentralEgress", "CentralEgress.Network.Trace(CentralEgress.Instances.OrdersA, Endpoint.Internet, Traffic.Tcp(443)).Verdict", "Reachable")]
    public void Few_methods_are_compiled_before_the_first_verdict(string sample, string question, string verdict)
    {
        var (output, methods) = Run(sample, $"using NetDsl; System.Console.WriteLine({question});");

        Assert.Equal(verdict, output);
        Assert.True(methods.Count > 0, "The runtime's compiler told of no method.");
        Assert.True(
            methods.Count <= MostMethods,
            $"{methods.Count} methods are compiled before the first verdict of {sample}, at most {MostMethods} should be. Which of these are new, and can arrays, loops or code of ours replace what they are made for?\n{string.Join('\n', methods)}");
    }

    /// <summary>Runs a program beside a sample, with the libraries of it.</summary>
    static (string Output, IReadOnlyList<string> Methods) Run(string sample, string code)
    {
        using var scratch = new ScratchFolder();
        var program = Sample.ProgramOf(sample);
        var folder = Path.GetDirectoryName(program)!;
        var (assembly, methods) = (Path.Combine(folder, $"{Path.GetFileName(scratch.Path)}.dll"), Path.Combine(scratch.Path, "methods.txt"));
        try
        {
            var compilation = CSharpCompilation.Create(
                Path.GetFileNameWithoutExtension(assembly),
                [CSharpSyntaxTree.ParseText(code)],
                [.. Net100.References.All, MetadataReference.CreateFromFile(program), .. Directory.GetFiles(folder, "NetDsl*.dll").Select(library => MetadataReference.CreateFromFile(library))],
                new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release));
            Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error));
            var result = Command.Run(
                scratch.Path,
                new Dictionary<string, string> { ["DOTNET_JitDisasmSummary"] = "1", ["DOTNET_JitStdOutFile"] = methods },
                "dotnet",
                "exec",
                "--runtimeconfig",
                Path.ChangeExtension(program, ".runtimeconfig.json"),
                "--depsfile",
                Path.ChangeExtension(program, ".deps.json"),
                assembly);
            Assert.True(result.ExitCode == 0, result.ToString());
            return (result.Output.Trim(), [.. Compiled().Matches(File.ReadAllText(methods)).Select(match => match.Groups["name"].Value)]);
        }
        finally
        {
            File.Delete(assembly);
        }
    }

    // Methods that ran long or often are compiled once more, which depends on the time.
    [GeneratedRegex(@"^\s*\d+: JIT compiled (?<name>.+?) \[(Instrumented )?Tier0,", RegexOptions.Multiline)]
    private static partial Regex Compiled();
}
