using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetDsl.Testing;
using static NetDsl.Packaging.Tests.PackageFeed;

namespace NetDsl.Packaging.Tests;

/// <summary>What somebody does who has the SDK, the packages, and an idea of a network.</summary>
[Collection(nameof(PackageFeed))]
public class NewNetworkTests(PackageFeed feed)
{
    [Fact]
    public void Is_made_as_the_page_tells_built_run_broken_and_checked()
    {
        var made = Must(feed.RunProgram(feed.Clone, "sh", "-e", "-c", FirstSteps.MakeAndRun));
        Assert.Contains("Cafe: no findings", made.Output, StringComparison.Ordinal);
        var project = Path.Combine(feed.Folder, "Cafe");
        Assert.Equal(["Cafe.cs", "Cafe.csproj"], Directory.GetFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(project, "netdsl-output", "Cafe.svg")), made.ToString());

        Must(feed.Run(project, "build", "--no-incremental", "-warnaserror", "-v", "quiet", "-nodeReuse:false"));

        // Two answers that differ show that the network is asked.
        var program = Path.Combine(project, "bin", "Debug", "net10.0", "Cafe.dll");
        Assert.Contains("reachable", Must(feed.Run(project, program, "trace", "--from", "app", "--to", "internet", "--protocol", "tcp", "--port", "443")).Output, StringComparison.Ordinal);
        Assert.Contains("\"blocked\"", feed.Run(project, program, "trace", "--from", "internet", "--to", "app", "--protocol", "tcp", "--port", "8080", "--json").Output, StringComparison.Ordinal);
        Assert.Equal(2, feed.Run(project, program, "trace", "--from", "nobody", "--to", "app", "--protocol", "tcp", "--port", "1").ExitCode);

        CheckWithTool(project);
        BuildBroken(project);
        CheckLikeTheCompiler(project);
    }

    [Fact]
    public void Is_imported_from_an_account_built_and_asked_the_same()
    {
        var tool = Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll");
        var account = Path.Combine(Repository.Root, "samples", "account");
        var project = Path.Combine(feed.Folder, "Account");
        Must(feed.Run(feed.Folder, tool, "import", account, "-o", project, "--packages", feed.Feed));

        // The tool as it was built names its own version, and the packages of this world have another one.
        var file = Path.Combine(project, "Account.csproj");
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "(?<=\"NetDsl\" Version=\")[^\"]*", feed.Version));
        Must(feed.Run(project, "build", "-v", "quiet", "-nodeReuse:false"));

        var program = Path.Combine(project, "bin", "Debug", "net10.0", "Account.dll");
        Assert.Contains("Account: 2 warnings", feed.Run(project, program, "check").Output, StringComparison.Ordinal);
        Assert.Equal(Reach(tool, "reach", account), Reach(program, "reach"));

        IEnumerable<string> Reach(params string[] arguments) => Must(feed.Run(project, arguments)).Output.Split('\n').Skip(1);
    }

    [Fact]
    public void Names_a_folder_of_packages_only_where_one_is_given()
    {
        // Nothing to restore from, so that nothing is waited for; and templates apart from those of the other tests.
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "apart")).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        New("install", Path.Combine(feed.Feed, $"NetDsl.Templates.{feed.Version}.nupkg"));
        New("netdsl", "-o", "Plain");
        New("netdsl", "-o", "Odd", "--packages", "/a & <b>");

        Assert.Empty(FoldersOf("Plain"));
        Assert.Equal(["/a & <b>"], FoldersOf("Odd"));

        void New(params string[] arguments) =>
            Must(feed.Run(folder, ["new", .. arguments, "--debug:custom-hive", Path.Combine(folder, "templates")]));

        IEnumerable<string> FoldersOf(string name) =>
            XDocument.Load(Path.Combine(folder, name, $"{name}.csproj")).Descendants("RestoreAdditionalProjectSources").Select(source => source.Value);
    }

    /// <summary>The tool tells of a project what the compiler tells, in its order and at its places: where it does not build, and where it does with warnings.</summary>
    void CheckLikeTheCompiler(string project)
    {
        var tool = Path.Combine(Repository.Root, "src", "NetDsl.Tool", "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll");
        var file = Path.Combine(project, "Cafe.cs");
        Assert.Contains("error ND2004", Compare());

        File.WriteAllText(Path.Combine(project, ".editorconfig"), "root = true\n\n[*.cs]\ndotnet_diagnostic.ND2004.severity = warning\n");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"nat\"", "\"nat\" /* a column further */", StringComparison.Ordinal));
        Assert.Contains("warning ND2004", Compare());

        // What the project says of one rule goes before what it says of all.
        Assert.Contains("error ND2012", Compare("-p:NetDslRules=strict"));
        Assert.Contains("warning ND2004", Compare("-p:NetDslRules=strict"));
        Assert.DoesNotContain("warning ND2012", Compare("-p:NetDslRules=none"));
        Assert.Contains("NetDslRules is 'all'; write none, recommended or strict", feed.Run(project, "build", "-v", "quiet", "-p:NetDslRules=all", "-nodeReuse:false").Output, StringComparison.Ordinal);

        string[] Compare(params string[] properties)
        {
            var built = feed.Run(project, ["build", "--no-incremental", "-v", "quiet", "-tl:off", "-nodeReuse:false", .. properties]);
            var told = Told(built.Output, @"Cafe\.cs\(\d+,\d+\): (?:error|warning) ND\d{4}: .*(?= \(docs/rules/)");
            Assert.NotEmpty(told);
            Assert.True(properties.Length > 0 || told.SequenceEqual(Told(feed.Run(project, tool, "check", project).Output, @"^Cafe\.cs\(\d+,\d+\): (?:error|warning) ND\d{4}: .*$")), built.Output);
            return [.. told.Select(line => Regex.Match(line, @"(error|warning) ND\d{4}").Value)];
        }

        static string[] Told(string output, string form) => [.. Regex.Matches(output, form, RegexOptions.Multiline).Select(line => line.Value.TrimEnd()).Distinct()];
    }

    /// <summary>The tool is another way to the same answers.</summary>
    void CheckWithTool(string project)
    {
        var tools = Path.Combine(feed.Folder, "tools");
        Must(feed.Run(feed.Folder, "tool", "install", "NetDsl.Tool", "--tool-path", tools, "--version", feed.Version, "--source", feed.Feed));
        var check = Must(feed.RunProgram(feed.Folder, Path.Combine(tools, "netdsl"), "check", Path.Combine(project, "bin", "Debug", "net10.0", "Cafe.dll")));
        Assert.Contains("Cafe: no findings", check.Output, StringComparison.Ordinal);

        // With its database, which only this package has.
        var count = Must(feed.RunProgram(feed.Folder, Path.Combine(tools, "netdsl"), "logs", "query", Path.Combine(project, "netdsl-output"), "SELECT count(*) > 0 AS found FROM flow_logs"));
        Assert.Equal("found\ntrue\n", count.Output);
    }

    /// <summary>Takes the NAT gateway's own way out: the build says so where it stands, and names a page that the package has.</summary>
    void BuildBroken(string project)
    {
        var file = Path.Combine(project, "Cafe.cs");
        var source = File.ReadAllText(file);
        var broken = source.Replace(".Route(AnyIpv4, internet)", "", StringComparison.Ordinal);
        Assert.NotEqual(source, broken);
        File.WriteAllText(file, broken);

        var build = feed.Run(project, "build", "--no-restore", "-v", "quiet", "-nodeReuse:false");

        Assert.True(build.ExitCode != 0, build.ToString());
        var lines = broken.ReplaceLineEndings("\n").Split('\n').ToList();
        var line = lines.FindIndex(text => text.Contains("NatGateway", StringComparison.Ordinal));
        var column = lines[line].IndexOf("\"nat\"", StringComparison.Ordinal);
        Assert.Contains($"Cafe.cs({line + 1},{column + 1}): error ND2004: ", build.Output, StringComparison.Ordinal);
        Assert.Contains(" (docs/rules/ND2004.md)", build.Output, StringComparison.Ordinal);
        Assert.Contains("docs/rules/ND2004.md", feed.Open("NetDsl").Files.Keys);
    }
}
