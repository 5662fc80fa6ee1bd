using NetDsl.Addressing;
using NetDsl.Authoring.Data;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// What the lock file of the project holds for one topology: which prefix which VPC and subnet was given. It is written by
/// <c>netdsl lock</c>, and read with the same rules as data files: at compile time the file itself, at run time its copy in the assembly.
/// </summary>
/// <remarks>
/// The form: <c>{ "format": "netdsl.lock/1", "topologies": { "Shop": { "us-east-1/shop/data-a": "10.0.0.0/24" } } }</c>. A VPC and a
/// subnet are told apart by their paths, which have two and three names.
/// </remarks>
internal sealed class AllocationLock
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    private AllocationLock(bool exists) => Exists = exists;

    /// <summary>Whether the project has a lock file.</summary>
    public bool Exists { get; }

    /// <summary>Reads the file; what is wrong in it is a problem, and the rest counts.</summary>
    /// <param name="source">Where files are.</param>
    /// <param name="topology">The name of the topology: one project may have several.</param>
    /// <param name="at">The first call that asks for an allocation; told where the file has no place of its own.</param>
    /// <param name="problems">Those of the network.</param>
    public static AllocationLock Read(IDataSource source, string topology, Origin at, ProblemList problems)
    {
        if (source.Find(LockFileForm.FileName) is not { } file)
        {
            return new AllocationLock(exists: false);
        }

        var held = new AllocationLock(exists: true);
        var faults = new DataProblems(LockFileForm.FileName, file.Path, at, problems);
        if (DataReader.Read(file.Text, faults) is not { } root)
        {
            return held;
        }

        if (root is not DataObject whole
            || Member(whole, "format") is not DataText { Value: LockFileForm.Format }
            || Member(whole, "topologies") is not DataObject topologies)
        {
            faults.Add(root.Span, $"this is no lock file: it has \"format\": \"{LockFileForm.Format}\" and an object \"topologies\"; write it with netdsl lock");
            return held;
        }

        if (Member(topologies, topology) is DataObject own)
        {
            foreach (var member in own.Members)
            {
                held.Add(member, faults);
            }
        }

        return held;
    }

    /// <summary>What is held for an element.</summary>
    public Entry? Of(ElementId element) => entries.TryGetValue(element.Path, out var entry) ? entry : null;

    /// <summary>
    /// Everything that is held for children of a parent, whether they are still declared or not, and in which order ever: what
    /// is given out anew keeps clear of it.
    /// </summary>
    /// <param name="parent">The path of a VPC, for its subnets; empty for the VPCs of all regions.</param>
    public IEnumerable<Ipv4Prefix> HeldIn(string parent) => entries
        .Where(entry => parent.Length == 0
            ? entry.Key.Count(character => character == '/') == 1
            : entry.Key.Length > parent.Length && entry.Key.StartsWith(parent, StringComparison.Ordinal) && entry.Key[parent.Length] == '/')
        .Select(entry => entry.Value.Prefix);

    private static DataValue? Member(DataObject from, string name) =>
        from.Members.FirstOrDefault(member => member.Name.Value == name)?.Value;

    private void Add(DataMember member, DataProblems faults)
    {
        var error = "";
        if (member.Value is DataText text && Ipv4Prefix.TryParse(text.Value, out var prefix, out error))
        {
            entries[member.Name.Value] = new Entry(prefix, member.Value.Span.LineNumber);
            return;
        }

        faults.Add(
            member.Value.Span,
            member.Value is DataText ? error : $"{Quotation.Of(member.Name.Value)} is held at {member.Value.Description}; write a prefix in quotes");
    }

    /// <param name="Prefix">What the element was given.</param>
    /// <param name="Line">The line in the file, from 1.</param>
    internal sealed record Entry(Ipv4Prefix Prefix, int Line);
}
