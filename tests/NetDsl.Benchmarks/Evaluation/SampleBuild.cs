using NetDsl.Testing;

namespace NetDsl.Benchmarks.Evaluation;

/// <summary>
/// What NetDsl adds to <c>dotnet build</c> of the largest sample. The sample without it has the generated files in their place, so that the
/// C# compiler compiles the same; the house that both stand on is built before.
/// </summary>
internal static class SampleBuild
{
    private const string Configuration = "Release";
    private const string GeneratedFolder = "generated";

    private const string With = "with NetDsl's analyzer and generator";
    private const string Without = "without";

    public static void Print()
    {
        var sample = Largest();
        var with = new SampleCopy(sample, "with", """
              <PropertyGroup>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <Compile Remove="generated/**" />
              </ItemGroup>
            """);
        with.Run("build", "-c", Configuration, "-m:1", "-v:quiet");
        var without = new SampleCopy(sample, "without", """
              <Target Name="LeaveNetDslOut" AfterTargets="AddNetDslToCompiler">
                <ItemGroup>
                  <Analyzer Remove="@(NetDslCompilerAssembly->'$(NetDslToolchainFolder)%(Identity).dll')" />
                </ItemGroup>
              </Target>
            """);
        with.MoveGeneratedTo(without);
        with = new SampleCopy(sample, "with", "");
        with.Run("restore", "-v:quiet");
        without.Run("restore", "-v:quiet");

        Print(sample, with, without, "No build server: everything is new to the compiler, as on a build machine.", "-p:UseSharedCompilation=false");
        Print(
            sample,
            with,
            without,
            "A warm compiler server of its own, as on a developer's machine.",
            "-p:UseSharedCompilation=true",
            FormattableString.Invariant($"-p:SharedCompilationId=netdsl-benchmarks-{Environment.ProcessId}"));
    }

    private static void Print(string sample, SampleCopy with, SampleCopy without, string explanation, params string[] server)
    {
        string[] build =
            ["build", "-c", Configuration, "--no-restore", "--no-incremental", "-m:1", "-nodeReuse:false", "-v:quiet", "-p:BuildProjectReferences=false", .. server];
        var rounds = Rounds.Measure(
            2,
            7,
            new Contender(Without, () => () => without.Run(build)),
            new Contender(With, () => () => with.Run(build)));
        new ReportTable($"`dotnet build` of {Path.GetFileName(sample)}", $"{explanation} 7 rounds, after 2 that do not count.")
            .Base(rounds, Without)
            .Row(rounds, With, Without, goal: 1.25)
            .Print();
    }

    /// <summary>The sample with the most text in its sources.</summary>
    private static string Largest() => Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Where(folder => SampleCopy.SourcesOf(folder).Any())
        .MaxBy(folder => SampleCopy.SourcesOf(folder).Sum(file => new FileInfo(file).Length))!;

    /// <summary>A copy of a sample inside the repository, which gives it the same properties, and outside what is tracked.</summary>
    private sealed class SampleCopy
    {
        private const string TopologyTargets = "../../build/NetDsl.Topology.targets";

        /// <summary>What the editor configuration says for the folder of the samples.</summary>
        private const string SampleStyle = "<PropertyGroup><NoWarn>$(NoWarn);CA1050;CA1861</NoWarn></PropertyGroup>";

        private readonly string folder;

        public SampleCopy(string sample, string name, string addition)
        {
            folder = Path.Combine(Repository.Root, "artifacts", "benchmarks", name, Path.GetFileName(sample));
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            foreach (var file in SourcesOf(sample))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(sample, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var project = Path.Combine(sample, $"{Path.GetFileName(sample)}.csproj");
            File.WriteAllText(
                Path.Combine(folder, Path.GetFileName(project)),
                File.ReadAllText(project)
                    .Replace(TopologyTargets, Path.Combine(Repository.Root, "build", "NetDsl.Topology.targets"), StringComparison.Ordinal)
                    .Replace("</Project>", $"{SampleStyle}\n{addition}\n</Project>", StringComparison.Ordinal));
        }

        public static IEnumerable<string> SourcesOf(string sample) => Directory.GetFiles(sample, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(sample, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

        /// <summary>Gives what was generated here to a copy that has no generator.</summary>
        public void MoveGeneratedTo(SampleCopy other)
        {
            var files = Directory.GetFiles(Path.Combine(folder, GeneratedFolder), "*.cs", SearchOption.AllDirectories)
                .Where(file => file.Contains("NetDsl.Generators", StringComparison.Ordinal));
            foreach (var file in files)
            {
                File.Move(file, Path.Combine(other.folder, Path.GetFileName(file)));
            }
        }

        /// <summary>Runs <c>dotnet</c> here; a failure is an exception.</summary>
        public CommandResult Run(params string[] arguments)
        {
            var result = Command.Run(folder, "dotnet", arguments);
            return result.ExitCode == 0 ? result : throw new InvalidOperationException(result.ToString());
        }
    }
}
