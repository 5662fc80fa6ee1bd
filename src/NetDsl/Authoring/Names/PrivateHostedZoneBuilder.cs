using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A private hosted zone. Where it is the longest domain that a name lies in, it alone answers: a name that it has no record for does
/// not exist, even if the internet knows it. Source: "Considerations when working with a private hosted zone", Amazon Route 53 Developer Guide.
/// </summary>
public sealed class PrivateHostedZoneBuilder : ElementBuilder
{
    private readonly List<VpcBuilder> vpcs = [];
    private readonly Declared<string, NameRecord> records = new(record => record.Name);

    internal PrivateHostedZoneBuilder(NetworkBuilder network, Declaration declaration)
        : base(network, declaration)
    {
    }

    /// <summary>Lets the zone answer in a VPC.</summary>
    /// <param name="vpc">A VPC of any region and account; both of its DNS attributes have to be on for the zone to answer.</param>
    public PrivateHostedZoneBuilder Associate(VpcBuilder vpc)
    {
        if (!vpc.IsLeftOut && !vpcs.Contains(vpc))
        {
            vpcs.Add(vpc);
        }

        return this;
    }

    /// <summary>Adds a record of type A.</summary>
    /// <param name="name">
    /// A name of the zone, whole or up to the domain: <c>db</c> is <c>db.corp.example</c> in <c>corp.example</c>, the domain itself is its apex,
    /// and <c>*</c> stands for all names that have no record of their own.
    /// </param>
    /// <param name="addresses">What it answers with: at least one address.</param>
    public PrivateHostedZoneBuilder Record(
        string name, IReadOnlyList<string> addresses, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (IsLeftOut || Network.Problems.DomainName(name, call.Of(nameof(name)), wildcard: true) is not { } given)
        {
            return this;
        }

        var whole = DomainName.IsIn(given, Name) ? given : $"{given}.{Name}";
        if (DomainName.Fault(whole, wildcard: true) is { } fault)
        {
            Network.Problems.Add(ProblemKind.InvalidName, $"{Quotation.Of(whole)} is not a domain name: {fault}", call.Of(nameof(name)));
            return this;
        }

        var origin = call.Of(nameof(addresses));
        var known = new List<Ipv4Address>();
        foreach (var address in addresses)
        {
            if (Network.Problems.Address(address, origin) is not { } read)
            {
                return this;
            }

            known.Add(read);
        }

        if (known.Count == 0)
        {
            Network.Problems.Add(ProblemKind.Conflict, $"record '{whole}' has no address; name at least one", origin);
        }
        else if (records.TryFirst(whole, out var first))
        {
            Network.Problems.Add(
                ProblemKind.Conflict, $"zone '{Name}' has a record '{whole}' already; give all of its addresses there", call.Of(nameof(name)), first.Origin);
        }
        else
        {
            records.Add(new NameRecord(whole, known.ToEquatableArray(), call.Of(nameof(name))));
        }

        return this;
    }

    /// <summary>Adds a record of type A with one address.</summary>
    /// <param name="name">A name of the zone, whole or up to the domain, or <c>*</c>.</param>
    /// <param name="address">What it answers with.</param>
    public PrivateHostedZoneBuilder Record(
        string name, string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Record(name, [address], file, line);

    internal PrivateHostedZone Build() => new(
        Id, Origin, vpcs.Where(vpc => !vpc.IsLeftOut).Select(vpc => vpc.Id).ToEquatableArray(), records.ToEquatableArray());
}
