using NetDsl.Benchmarks.Evaluation;
using NetDsl.Testing;

namespace NetDsl.Benchmarks.CompileCost;

/// <summary>From the start of a process to its first verdict, beside a program that says one line.</summary>
internal static class StartUp
{
    private const string Nothing = "a program that writes one line";

    private static readonly (string Sample, string Question)[] Samples =
    [
        ("Shop", "Shop.Network.Trace(Shop.Instances.WebA, Shop.Instances.DbB, Traffic.Tcp(5432)).Verdict"),
        ("CentralEgress", "CentralEgress.Network.Trace(new ElementEndpoint(CentralEgress.Network.Graph.Holders.Where(holder => !holder.Translates).Select(holder => new NetDsl.Model.ElementId(NetDsl.Model.ElementKind.Instance, CentralEgress.Network.Graph.Nodes[holder.Node].Path)).First()), Endpoint.Internet, Traffic.Tcp(443)).Verdict"),
    ];

    public static void Print()
    {
        var nothing = new Program("Nothing", sample: null, "1 + 1");
        var programs = Samples.Select(each => (each.Sample, Program: new Program(each.Sample, each.Sample, each.Question))).ToList();
        foreach (var (sample, program) in programs)
        {
            Console.WriteLine($"{sample} says {program.Run().Output.Trim()}");
        }

        var rounds = Rounds.Measure(
            3,
            15,
            [new Contender(Nothing, () => () => nothing.Run()), .. programs.Select(each => new Contender(each.Sample, () => () => each.Program.Run()))]);
        var table = new ReportTable("Start-up to the first verdict", "Processes, one after the other; 15 rounds, after 3 that do not count.").Base(rounds, Nothing);
        foreach (var (sample, _) in programs)
        {
            table.Row(rounds, sample, Nothing, goal: 1.5);
        }

        table.Print();
    }

    /// <summary>A program of its own, built as users build, with libraries compiled ahead of time: with a sample's definition, or with nothing.</summary>
    private sealed class Program
    {
        private readonly string assembly;

        public Program(string name, string? sample, string question)
        {
            var folder = Path.Combine(Repository.Root, "artifacts", "benchmarks", "start", name);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            if (sample is not null)
            {
                File.Copy(Path.Combine(Repository.Root, "samples", sample, $"{sample}.cs"), Path.Combine(folder, $"{sample}.cs"));
            }

            File.WriteAllText(Path.Combine(folder, "Program.cs"), $"{(sample is null ? "" : "using NetDsl;\n\n")}System.Console.WriteLine({question});\n");
            File.WriteAllText(Path.Combine(folder, $"Start{name}.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <RunAnalyzers Condition="'{sample}' == ''">false</RunAnalyzers>
                    <NoWarn>$(NoWarn);CA1050;CA1861;CA1852</NoWarn>
                  </PropertyGroup>
                  {(sample is null ? "" : $"<Import Project=\"{Path.Combine(Repository.Root, "build", "NetDsl.Topology.targets")}\" />")}
                </Project>
                """);
            var built = Testing.Command.Run(folder, "dotnet", "build", "-c", "Release", "-v:quiet");
            if (built.ExitCode != 0)
            {
                throw new InvalidOperationException(built.ToString());
            }

            assembly = Path.Combine(folder, "bin", "Release", "net10.0", $"Start{name}.dll");
        }

        public CommandResult Run()
        {
            var result = Testing.Command.Run(Path.GetDirectoryName(assembly)!, "dotnet", assembly);
            return result.ExitCode == 0 ? result : throw new InvalidOperationException(result.ToString());
        }
    }
}
