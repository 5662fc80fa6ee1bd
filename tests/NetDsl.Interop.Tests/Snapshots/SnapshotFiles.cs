using NetDsl.Compiler.Lowering;
using NetDsl.Interop.Snapshots;
using NetDsl.Model;
using NetDsl.Runtime;

namespace NetDsl.Interop.Tests.Snapshots;

/// <summary>The snapshots beside these tests, and traces through them.</summary>
static class SnapshotFiles
{
    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Snapshots", name);

    public static AccountSnapshot Read(string name) => AccountSnapshot.Read(Folder(name));

    public static Trace Trace(this AccountSnapshot snapshot, string from, string to, string traffic) =>
        snapshot.Judge(new CompiledNetwork(TopologyLowering.Lower(snapshot.Topology)).Trace(snapshot.End(from), snapshot.End(to), Selector(traffic)));

    /// <summary>Writes one region's file, and reads the snapshot.</summary>
    public static AccountSnapshot Of(string json)
    {
        using var scratch = new Testing.ScratchFolder();
        Write(scratch.Path, "us-east-1/all.json", json);
        return AccountSnapshot.Read(scratch.Path);
    }

    public static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    static Endpoint End(this AccountSnapshot snapshot, string name)
    {
        if (name == "internet")
        {
            return Endpoint.Internet;
        }

        if (Addressing.IpAddress.TryParse(name, out var address))
        {
            return Endpoint.Of(address);
        }

        var ends = snapshot.Topology.Elements.Select(element => element.Id).Where(id => id.Name == name)
            .Concat(snapshot.Aliases.GetValueOrDefault(name) ?? [])
            .Where(id => id.Kind is ElementKind.NetworkInterface or ElementKind.LoadBalancer or ElementKind.VpcEndpoint or ElementKind.VpnClient);
        return Endpoint.Of(ends.First());
    }

    static TrafficSelector Selector(string text) => TrafficSelector.TryParse(text, out var traffic) ? traffic : throw new ArgumentException(text);
}
