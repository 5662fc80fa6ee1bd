using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetDsl.Testing;

namespace NetDsl.Packaging.Tests;

/// <summary>
/// The packages of others that this machine has, and where it gets them from. The folder of the packages of this repository is not
/// among them: who wants those must name it.
/// </summary>
static partial class MachinePackages
{
    /// <summary>Lets projects in a folder take the packages that the machine has, and else ask its sources.</summary>
    public static void Offer(string folder) => new XElement(
        "configuration",
        new XElement("packageSources", new XElement("clear"), Sources().Select(Entry)),
        new XElement("fallbackPackageFolders", new XElement("clear"), Entry(Cache(), 0))).Save(Path.Combine(folder, "nuget.config"));

    static IEnumerable<string> Sources() => EnabledSource().Matches(Ask("nuget", "list", "source", "--format", "Short")).Select(source => source.Groups["place"].Value);

    static string Cache() => CacheFolder().Match(Ask("nuget", "locals", "global-packages", "--list")).Groups["place"].Value;

    static XElement Entry(string place, int index) => new("add", new XAttribute("key", $"machine-{index}"), new XAttribute("value", place));

    static string Ask(params string[] arguments) => PackageFeed.Must(Command.Run(Repository.Root, "dotnet", arguments)).Output;

    /// <summary>A line such as <c>E https://host/index.json</c>; letters behind the first tell more of the source.</summary>
    [GeneratedRegex(@"^E\w* (?<place>.+)$", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();

    [GeneratedRegex(@"^global-packages: (?<place>.+)$", RegexOptions.Multiline)]
    private static partial Regex CacheFolder();
}
