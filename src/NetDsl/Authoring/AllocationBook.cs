using System.Reflection;
using NetDsl.Addressing;
using NetDsl.Authoring.Data;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Gives out prefixes that the author leaves open. What the lock file holds stays; everything else gets the lowest free place, in the
/// order of the program. Nothing is ever placed where the lock file has something, so that what is locked later moves nothing.
/// </summary>
internal sealed class AllocationBook(string topology, ProblemList problems)
{
    private readonly List<(ElementBuilder Element, Allocation Allocation)> given = [];
    private AllocationLock? held;

    /// <summary>Where the lock file is; the assembly that asks first when nobody says.</summary>
    public IDataSource? Source { get; set; }

    /// <summary>What was given to elements that are in the topology.</summary>
    public IEnumerable<Allocation> Given => given.Where(each => !each.Element.IsLeftOut).Select(each => each.Allocation);

    /// <summary>Opens the lock file, once.</summary>
    /// <param name="caller">The assembly of the program, which carries a copy of the file at run time.</param>
    /// <param name="at">The call.</param>
    public void Open(Assembly caller, Origin at) =>
        held ??= AllocationLock.Read(Source ?? new EmbeddedData(caller), topology, at, problems);

    /// <summary>The place of an element: the one that the lock file holds, or else the lowest that is free.</summary>
    /// <param name="wanted">What is to be placed.</param>
    /// <param name="ranges">Where it may be, in the order in which places are looked for.</param>
    /// <param name="declared">What was declared before, in that order, and must not be overlapped.</param>
    /// <param name="taken">The same, sorted.</param>
    /// <returns>The prefix; nothing, and a problem, when there is no room.</returns>
    public Ipv4Prefix? Place(Wanted wanted, IReadOnlyList<Ipv4Prefix> ranges, IEnumerable<Ipv4Prefix> declared, TakenPrefixes taken)
    {
        var entry = held?.Of(wanted.Id);
        var fault = entry is null ? null : Fault(wanted, entry.Prefix, ranges, declared, taken);
        if (entry is not null && fault is null)
        {
            return entry.Prefix;
        }

        var locked = held?.HeldIn(wanted.Parent).Select(IpPrefix.FromIpv4Prefix).ToList() ?? [];
        var free = PrefixAllocation
            .NextFree(ranges.Select(IpPrefix.FromIpv4Prefix), locked.Count == 0 ? taken : new TakenPrefixes(taken.Sorted.Concat(locked)), wanted.Length)?.AsIpv4;
        if (entry is not null)
        {
            // Told in place of moving in silence: addresses in rules, on other machines and in people's heads would all be wrong.
            problems.Add(
                ProblemKind.LockedAllocation,
                $"{wanted.Text} is locked at {entry.Prefix} ({LockFileForm.FileName}, line {entry.Line}), {fault}; it would move to {free?.ToString() ?? "nowhere"}. Undo the edit, or delete '{wanted.Id.Path}' from the file to let it move",
                wanted.Origin);
        }
        else if (free is null)
        {
            problems.Add(
                ProblemKind.NoFreePrefix,
                $"there is no room for a /{wanted.Length} for {wanted.Text} in {string.Join(", ", ranges)}; ask for less, or add a block",
                wanted.Origin);
        }

        return free;
    }

    /// <summary>Remembers what an element got.</summary>
    public void Record(ElementBuilder element, Ipv4Prefix prefix, Origin origin)
    {
        var entry = held?.Of(element.Id);
        if (entry is not null && entry.Prefix != prefix)
        {
            // A problem says so already.
            return;
        }

        var hold = entry is not null ? AllocationHold.Locked
            : held is { Exists: true } ? AllocationHold.NotLocked
            : AllocationHold.NoLockFile;
        given.Add((element, new Allocation(element.Id, prefix, hold, origin)));
    }

    private static string? Fault(
        Wanted wanted, Ipv4Prefix locked, IReadOnlyList<Ipv4Prefix> ranges, IEnumerable<Ipv4Prefix> declared, TakenPrefixes taken)
    {
        if (locked.Length != wanted.Length)
        {
            return $"and a /{wanted.Length} is asked for";
        }

        if (!ranges.Any(range => range.Contains(locked)))
        {
            return $"which is not in {(ranges.Count == 0 ? "any block" : string.Join(", ", ranges))}";
        }

        return taken.Overlaps(locked) ? $"which overlaps {declared.First(locked.Overlaps)}, declared before" : null;
    }

    /// <summary>Something that needs a place.</summary>
    /// <param name="Id">Its identity.</param>
    /// <param name="Parent">The path of the VPC for a subnet; empty for a VPC.</param>
    /// <param name="Length">The length of the prefix.</param>
    /// <param name="Origin">The text of the length.</param>
    internal sealed record Wanted(ElementId Id, string Parent, int Length, Origin Origin)
    {
        /// <summary>Kind and name.</summary>
        public string Text => $"{ElementKinds.Text(Id.Kind)} '{Id.Name}'";
    }
}
