using NetDsl.Interop;
using NetDsl.Interop.Snapshots;

namespace NetDsl.Cli.Sources;

/// <summary>A snapshot of an account: a folder of the vendor's JSON.</summary>
internal static class SnapshotSource
{
    /// <summary>Whether a folder is one, rather than that of a project.</summary>
    public static bool IsIn(string folder) => !Directory.EnumerateFiles(folder, "*.csproj").Any() && AccountSnapshot.IsSnapshot(folder);

    public static OpenTopology Open(string folder)
    {
        try
        {
            return OpenTopology.Of(AccountSnapshot.Read(folder), folder);
        }
        catch (SnapshotFormatException failure)
        {
            throw new CommandException(failure.Message);
        }
        catch (TopologyFormatException failure)
        {
            throw new CommandException($"'{folder}' describes no network that can be: {failure.Message}");
        }
    }
}
