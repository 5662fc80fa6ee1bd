using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <content>VPCs whose block is given out.</content>
public sealed partial class RegionBuilder
{
    /// <summary>
    /// Declares a VPC that gets the lowest block that no other VPC of the network has. <c>netdsl lock</c> keeps it for good.
    /// </summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="prefixLength">The length of the primary block, 16 to 28.</param>
    /// <param name="pool">Where to take it from; every pool of the network when left out, and 10.0.0.0/8 when it has none.</param>
    /// <param name="account">The owner; the network's default account when left out.</param>
    /// <param name="configure">Describes what is inside.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public VpcBuilder Vpc(
        string name,
        int prefixLength,
        AddressPoolBuilder? pool = null,
        AccountBuilder? account = null,
        Action<VpcBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        Network.Allocations.Open(Assembly.GetCallingAssembly(), call.Origin);
        var owner = account ?? Network.DefaultAccount;
        var origin = call.Of(nameof(prefixLength));
        var ranges = pool is null ? Network.DefaultPools : pool.Range is { } range ? [range] : [];
        var fits = Network.Problems.BlockLength(prefixLength, "VPC block", origin) && ranges.Count > 0;
        var declaration = Network.Names.Declare(
            ElementKind.Vpc, Id.Path, name, call.Of(nameof(name)), IsLeftOut || owner.IsLeftOut || !fits);
        var block = declaration.IsLeftOut
            ? null
            : Network.Allocations.Place(
                new AllocationBook.Wanted(declaration.Id, "", prefixLength, origin),
                ranges,
                Network.Regions.SelectMany(region => region.Vpcs).Where(vpc => !vpc.IsLeftOut).SelectMany(vpc => vpc.Blocks).Select(each => each.Value),
                Network.Ipv4Blocks);
        var vpc = new VpcBuilder(
            this,
            declaration with { IsLeftOut = block is null },
            owner,
            block?.ToString() ?? "",
            block is { } given ? new Sourced<Ipv4Prefix>(given, origin) : null);
        if (block is { } recorded)
        {
            Network.Allocations.Record(vpc, recorded, origin);
        }

        vpcs.Add(vpc);
        configure?.Invoke(vpc);
        return vpc;
    }
}
