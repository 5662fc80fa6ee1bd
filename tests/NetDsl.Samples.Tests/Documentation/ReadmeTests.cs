using System.IO.Compression;
using NetDsl.Testing;

namespace NetDsl.Samples.Tests.Documentation;

public class ReadmeTests
{
    const string Tool = "src/NetDsl.Tool";
    const string RunShop = "dotnet run --project samples/Shop";

    public static TheoryData<string, int, string> Sessions
    {
        get
        {
            var sessions = new TheoryData<string, int, string>();
            foreach (var page in Readme.Pages)
            {
                foreach (var (index, session) in new Readme(page).Sessions.Index())
                {
                    sessions.Add(page, index, session.Command);
                }
            }

            return sessions;
        }
    }

    public static TheoryData<string> Pages => [.. Readme.Pages];

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_command_prints_what_the_page_says(string page, int index, string command)
    {
        using var scratch = new ScratchFolder();

        // Scenarios are named from here, and what runs write goes away.
        Directory.CreateSymbolicLink(Path.Combine(scratch.Path, "samples"), Path.Combine(Repository.Root, "samples"));
        var arguments = command.Split(' ');
        Assert.Equal(["dotnet", "run", "--project"], arguments[..3]);

        // The program itself, already built: what `dotnet run` starts behind its own messages. The tool names files as it was given them.
        var isTool = arguments[3] == Tool;
        var program = isTool ? Path.Combine(Repository.Root, Tool, "bin", Repository.Configuration, "net10.0", "NetDsl.Tool.dll") : Sample.ProgramOf(Path.GetFileName(arguments[3]));
        var result = Command.Run(isTool ? Repository.Root : scratch.Path, "dotnet", [program, .. arguments.Skip(4).Where(argument => argument != "--")]);

        Assert.Empty(result.Errors);
        new Readme(page).Replace($"$ {command}\n{new Readme(page).Sessions[index].Output}", $"$ {command}\n{result.Output}");
    }

    [Fact]
    public void Flow_log_lines_are_what_the_program_writes()
    {
        using var scratch = new ScratchFolder();
        Command.Run(scratch.Path, "dotnet", Sample.Of("Shop").Program);
        var records = Directory.GetFiles(Path.Combine(scratch.Path, "netdsl-output", "AWSLogs"), "*.log.gz", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(Lines)
            .ToList();

        var page = new Readme("samples/Shop/README.md");
        string[] shown = [records[0], records.First(record => record.EndsWith("ACCEPT OK", StringComparison.Ordinal)), records.First(record => record.EndsWith("REJECT OK", StringComparison.Ordinal))];
        page.Replace(page.Blocks("log").Single(), string.Join('\n', shown) + "\n");

        static List<string> Lines(string file)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_stands_in_a_file_that_is_built(string page)
    {
        string[] files = ["samples/Shop/Shop.cs", "tests/NetDsl.Samples.Tests/ShopTests.cs", .. Sample.Names.Select(name => $"samples/{name}/{name}.cs")];
        var sources = files.Select(file => File.ReadAllText(Path.Combine(Repository.Root, file))).ToList();
        Assert.All(new Readme(page).Blocks("csharp"), block => Assert.Contains(sources, source => source.Contains(block, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Sample.Each), MemberType = typeof(Sample))]
    public void Picture_is_what_graph_draws(string name)
    {
        using var scratch = new ScratchFolder();
        var drawn = Command.Run(scratch.Path, "dotnet", Sample.Of(name).Program, "graph", "--format", "svg");
        Assert.True(drawn.ExitCode == 0, drawn.ToString());

        var file = Path.Combine(Repository.Root, "docs", "pictures", $"{name}.svg");
        if (Snapshot.Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, drawn.Output);
        }

        Assert.Equal(drawn.Output, File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var links = System.Text.RegularExpressions.Regex.Matches(new Readme(page).Text, @"\]\((?<target>[^)#]+)(#[^)]*)?\)").Select(match => match.Groups["target"].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void The_two_commands_are_those_that_run_the_shop_and_every_test()
    {
        var commands = new Readme("README.md").Blocks("sh").Single();
        Assert.Equal($"{RunShop}\ndotnet test NetDsl.sln\n", commands);
    }

    [Fact]
    public void Checks_of_a_change_run_the_command_that_the_page_tells()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));
        var command = new Readme("README.md").Blocks("sh").Single().Split('\n')[1];
        Assert.Contains($"test_command=({command})\n", script, StringComparison.Ordinal);
        Assert.Contains("\"${test_command[@]}\" --no-build", script, StringComparison.Ordinal);
    }
}
