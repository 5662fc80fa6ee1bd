using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using NetDsl.Testing;

namespace NetDsl.Packaging.Tests;

[Collection(nameof(PackageFeed))]
public class PackageContentTests(PackageFeed feed)
{
    const string CompilerFolder = "analyzers/dotnet/roslyn4.14/cs/";
    const string LibraryFolder = "lib/net10.0/";

    static readonly string[] CompilerAssemblies =
    [
        "Microsoft.Bcl.AsyncInterfaces", "NetDsl", "NetDsl.Analyzers", "NetDsl.CodeFixes", "NetDsl.Compiler",
        "NetDsl.Evaluation", "NetDsl.Generators", "Scriban.Signed", "System.IO.Pipelines", "System.Text.Encodings.Web", "System.Text.Json",
    ];

    [Fact]
    public void Library_package_carries_what_the_compiler_loads_each_once()
    {
        Assert.Equal(CompilerAssemblies, Names(feed.Open("NetDsl").Files.Keys, "analyzers/", ".dll"));
        Assert.All(CompilerAssemblies, name => Assert.Contains($"{CompilerFolder}{name}.dll", feed.Open("NetDsl").Files.Keys));
    }

    /// <summary>A Debug build has nothing compiled ahead of time unless it says NetDslAheadOfTime, as .ci/run does.</summary>
    [Fact]
    public void Library_package_carries_what_was_compiled_ahead_of_time()
    {
        var machine = RuntimeInformation.RuntimeIdentifier;
        var images = Path.Combine(Repository.Root, "build", "NetDsl.Toolchain", "bin", Repository.Configuration, "netstandard2.0", machine);
        var files = feed.Open("NetDsl").Files;
        Assert.Equal(Directory.Exists(images) ? CompilerAssemblies : [], Names(files.Keys, $"tools/{machine}/", ".dll"));
        Assert.All(files.Where(file => file.Key.StartsWith("tools/", StringComparison.Ordinal)), file => Assert.Equal(
            Path.GetFileName(file.Key) is var name && (name == "Scriban.Signed.dll" || name.StartsWith("NetDsl", StringComparison.Ordinal)) && name != "NetDsl.CodeFixes.dll",
            HasMachineCode(file.Value)));
    }

    /// <summary>The same, for programs: on such a machine they load these instead of those in lib.</summary>
    [Fact]
    public void Library_package_carries_the_library_compiled_ahead_of_time()
    {
        var machine = RuntimeInformation.RuntimeIdentifier;
        var images = Path.Combine(Repository.Root, "build", "NetDsl.Libraries", "bin", Repository.Configuration, "net10.0", machine);
        var folder = $"runtimes/{machine}/lib/net10.0/";
        var files = feed.Open("NetDsl").Files;
        Assert.Equal(Directory.Exists(images) ? Names(files.Keys, LibraryFolder, ".dll") : [], Names(files.Keys, folder, ".dll"));
        Assert.All(files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal)), file => Assert.True(HasMachineCode(file.Value), file.Key));
    }

    static bool HasMachineCode(byte[] assembly)
    {
        using var content = new MemoryStream(assembly);
        using var image = new PEReader(content);
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    [Fact]
    public void Library_package_has_documentation_beside_each_assembly()
    {
        string[] expected = ["NetDsl", "NetDsl.Cli", "NetDsl.Compiler", "NetDsl.Interop", "NetDsl.Runtime", "NetDsl.Simulation"];
        Assert.Equal(expected, Names(feed.Open("NetDsl").Files.Keys, LibraryFolder, ".dll"));
        Assert.Equal(expected, Names(feed.Open("NetDsl").Files.Keys, LibraryFolder, ".xml"));
    }

    [Fact]
    public void Every_assembly_that_the_library_uses_comes_with_it_by_it_or_with_the_runtime()
    {
        var (files, description) = feed.Open("NetDsl");
        var carried = Names(files.Keys, LibraryFolder, ".dll").ToList();
        var dependencies = description.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).ToList();
        var given = carried
            .Concat(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(file => file.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file)))
            .ToHashSet();

        // A package of several assemblies names them after itself, and one of an assembly may have a longer name.
        bool ComesWith(string name) => given.Contains(name)
            || dependencies.Exists(id => name == id || name.StartsWith($"{id}.", StringComparison.Ordinal) || id == $"{name}.Net");
        Assert.All(carried, name => Assert.All(ReferencesOf(files[$"{LibraryFolder}{name}.dll"]), reference => Assert.True(ComesWith(reference), reference)));
        Assert.NotEmpty(dependencies);
    }

    /// <summary>A hundred megabytes of machine code are for those who ask for the tool only.</summary>
    [Fact]
    public void Only_the_tool_has_the_database_of_log_queries()
    {
        var (files, description) = feed.Open("NetDsl");
        Assert.DoesNotContain(description.Descendants(), element => element.Attribute("id")?.Value.StartsWith("DuckDB", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(files.Keys, file => file.Contains("duckdb", StringComparison.OrdinalIgnoreCase) || file.Contains("LogQueries", StringComparison.Ordinal));

        var natives = feed.Open("NetDsl.Tool").Files.Keys.Where(file => Path.GetFileName(file) is "libduckdb.so" or "duckdb.dll" or "libduckdb.dylib").Select(file => file.Split('/')[^3]);
        Assert.Equal(["linux-x64", "osx", "win-x64"], natives.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("NetDsl")]
    [InlineData("NetDsl.Templates")]
    [InlineData("NetDsl.Tool")]
    public void Every_package_says_what_it_is_and_under_which_licence(string id)
    {
        var (files, description) = feed.Open(id);
        string Of(string name) => description.Descendants().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal(("MIT", "README.md"), (Of("license"), Of("readme")));
        Assert.NotEqual("Package Description", Of("description"));
        Assert.Contains("README.md", files.Keys);
        Assert.DoesNotContain(files.Keys, file => Path.GetFileName(file).StartsWith("NetDsl.Toolchain", StringComparison.Ordinal));
    }

    [Fact]
    public void Library_package_has_the_page_of_each_rule_where_diagnostics_say()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules")).Select(file => $"docs/rules/{Path.GetFileName(file)}").ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, page)), feed.Open("NetDsl").Files[page]));
    }

    [Fact]
    public void Foreign_licences_travel_with_foreign_assemblies()
    {
        var notices = System.Text.Encoding.UTF8.GetString(feed.Open("NetDsl").Files["THIRD-PARTY-NOTICES.txt"]);
        Assert.All(
            feed.Open("NetDsl").Files.Keys.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)
                .Where(name => !name!.StartsWith("NetDsl", StringComparison.Ordinal)),
            name => Assert.Contains(name!, notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Packing_again_gives_the_same()
    {
        var again = Directory.CreateDirectory(Path.Combine(feed.Folder, "again")).FullName;
        feed.Pack("packaging/NetDsl.Package", again);

        var (first, second) = (feed.Open("NetDsl").Files, feed.Open(again, "NetDsl").Files);
        Assert.Equal(first.Keys.Where(IsOurs), second.Keys.Where(IsOurs));
        Assert.All(first.Keys.Where(IsOurs), file => Assert.Equal(first[file], second[file]));

        // The container's own bookkeeping has a random name.
        static bool IsOurs(string file) => !file.StartsWith("package/", StringComparison.Ordinal) && !file.StartsWith("_rels/", StringComparison.Ordinal);
    }

    static IEnumerable<string> Names(IEnumerable<string> files, string folder, string extension) => files
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    static List<string> ReferencesOf(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
