using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Addressing;
using NetDsl.Authoring.Data;
using NetDsl.Authoring.Data.Reflection;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// Where a description starts: regions, accounts, and peering connections, which may join any two VPCs.
/// Builders never throw for a bad value: it becomes a problem of the topology, at its own text.
/// </summary>
public sealed partial class NetworkBuilder
{
    private readonly string name;
    private readonly List<AccountBuilder> accounts = [];
    private readonly Declared<string, AccountBuilder> numberedAccounts = new(account => account.Number);
    private readonly List<RegionBuilder> regions = [];
    private readonly List<PeeringBuilder> peerings = [];

    /// <summary>Starts an empty network.</summary>
    /// <param name="name">The name of the topology.</param>
    public NetworkBuilder(string name = "network")
    {
        this.name = name;
        Problems = new ProblemList();
        Names = new NameRegistry(Problems);
        Allocations = new AllocationBook(name, Problems);
        DefaultAccount = new AccountBuilder(
            this, Names.DeclareGiven(ElementKind.Account, "", "default", parentLeftOut: false), Model.Account.UsualNumber);
        numberedAccounts.Add(DefaultAccount);
    }

    /// <summary>The owner of what names no other: account 123456789012, the number that the vendor's guides use.</summary>
    public AccountBuilder DefaultAccount { get; }

    internal ProblemList Problems { get; }

    internal NameRegistry Names { get; }

    /// <summary>The rules of the vendor that it is judged by, and what needs one of them.</summary>
    internal NetworkSemantics Semantics { get; } = new();

    internal AllocationBook Allocations { get; }

    /// <summary>The IPv4 blocks of the VPCs that are not left out.</summary>
    internal TakenPrefixes Ipv4Blocks { get; } = new();

    /// <summary>The IPv6 blocks of the VPCs that are not left out.</summary>
    internal TakenPrefixes Ipv6Blocks { get; } = new();

    internal IReadOnlyList<RegionBuilder> Regions => regions;

    internal IReadOnlyList<PeeringBuilder> Peerings => peerings;

    /// <summary>
    /// Says which rules of the vendor the network is judged by; unless it is said, <see cref="SemanticsProfile.Current"/>. It may
    /// stand anywhere, once.
    /// </summary>
    /// <param name="profile">For example <c>SemanticsProfile.Talk2018</c>, or <c>SemanticsProfile.Current with { ApplianceMode = false }</c>.</param>
    public NetworkBuilder Profile(
        SemanticsProfile profile, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (Semantics.Set(profile, call.Of(nameof(profile))) is { } fault)
        {
            Problems.Add(fault);
        }

        return this;
    }

    /// <summary>
    /// Says that names are the vendor's identifiers, as in what was imported from an account: those of security groups start with <c>sg-</c> then, and a service may
    /// stand there once for each of its prefixes.
    /// </summary>
    public NetworkBuilder NamesAreIdentifiers()
    {
        Names.TakesIdentifiers = true;
        return this;
    }

    /// <summary>Declares an account.</summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="number">Twelve digits.</param>
    public AccountBuilder Account(
        string name, string number, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var account = new AccountBuilder(
            this, Names.Declare(ElementKind.Account, "", name, call.Of(nameof(name)), parentLeftOut: false), number);
        if (number is not { Length: 12 } || number.Any(digit => digit is < '0' or > '9'))
        {
            Problems.Add(ProblemKind.InvalidAccount, $"{Quotation.Of(number)} is not an account number; it has twelve digits", call.Of(nameof(number)));
            account.LeaveOut();
        }
        else if (!account.IsLeftOut && numberedAccounts.TryFirst(number, out var first))
        {
            Problems.Add(
                ProblemKind.AccountNumberTwice,
                $"account number {number} is that of account '{first.Name}' already; two accounts have two numbers",
                call.Of(nameof(number)),
                first.Origin);
            account.LeaveOut();
        }

        accounts.Add(account);
        if (!account.IsLeftOut)
        {
            numberedAccounts.Add(account);
        }

        return account;
    }

    /// <summary>Names a region; asked for again, it is the same one.</summary>
    /// <param name="name">For example <c>us-east-1</c>.</param>
    public RegionBuilder Region(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        if (regions.FirstOrDefault(region => region.Id.Path == name) is { } known)
        {
            return known;
        }

        var valid = RegionBuilder.IsRegionName(name);
        if (!valid)
        {
            Problems.Add(
                ProblemKind.InvalidRegion, $"{Quotation.Of(name)} is not a region name; write one such as us-east-1", call.Of(nameof(name)));
        }

        var declaration = new Declaration(
            new ElementId(ElementKind.Region, name ?? ""), call.Of(nameof(name)), IsLeftOut: !valid);
        var region = new RegionBuilder(this, declaration);
        regions.Add(region);
        return region;
    }

    /// <summary>
    /// Requests a peering connection. Between VPCs of one account and region it is accepted with the request; else it
    /// stays pending until <see cref="PeeringBuilder.AcceptedBy"/>. Source: "How VPC peering connections work".
    /// </summary>
    /// <param name="name">Unique in the network.</param>
    /// <param name="requester">The VPC that asks.</param>
    /// <param name="accepter">The VPC that is asked; its owner accepts.</param>
    public PeeringBuilder Peer(
        string name,
        VpcBuilder requester,
        VpcBuilder accepter,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var declaration = Names.Declare(
            ElementKind.Peering, "", name, call.Of(nameof(name)), requester.IsLeftOut || accepter.IsLeftOut);
        var peering = new PeeringBuilder(
            this,
            declaration,
            new Sourced<VpcBuilder>(requester, call.Of(nameof(requester))),
            new Sourced<VpcBuilder>(accepter, call.Of(nameof(accepter))));
        if (requester == accepter)
        {
            Problems.Add(
                ProblemKind.PeeredWithItself, $"VPC '{requester.Name}' cannot peer with itself; name another VPC", call.Of(nameof(accepter)));
            peering.LeaveOut();
        }
        else if (!peering.IsLeftOut
            && FirstBetween(requester, accepter, peering) is { } first)
        {
            Problems.Add(
                ProblemKind.PeeredAlready,
                $"VPCs '{requester.Name}' and '{accepter.Name}' are peered already by '{first.Name}'; the vendor allows one connection a pair, use that one",
                call.Of(nameof(name)),
                first.Origin);
            peering.LeaveOut();
        }

        peerings.Add(peering);
        requester.Peerings.Add(peering);
        accepter.Peerings.Add(peering);
        return peering;
    }

    /// <summary>
    /// A data file of the project as a value of a type of the program's own, such as a record with an address plan. What does
    /// not fit is a problem at its text in the file, and something stands in for it.
    /// </summary>
    /// <typeparam name="T">
    /// Text, a number, true or false, an enum, a list or dictionary of those, or a record, class or struct whose parameters and
    /// properties the members of the JSON name; upper and lower case are alike.
    /// </typeparam>
    /// <param name="file">
    /// The path from the folder of the project, with forward slashes, for example <c>plan.netdsl.json</c>; a file of the
    /// assembly that makes the call.
    /// </param>
    /// <exception cref="NetworkDataException">There is no such file, or nothing in it to go on with.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T Data<T>(string file, [CallerFilePath] string callerFile = "", [CallerLineNumber] int callerLine = 0)
    {
        var source = new EmbeddedData(Assembly.GetCallingAssembly());
        var call = Call.Here(callerFile, callerLine);
        return (T)DataReading.Read(file, source, ReflectionDataShape.Of(typeof(T)), sink: null, call, Problems)!;
    }

    /// <summary>The connection between two VPCs that another one would be the second of. A hub has many, the other side a few.</summary>
    private static PeeringBuilder? FirstBetween(VpcBuilder requester, VpcBuilder accepter, PeeringBuilder second)
    {
        var fewer = requester.Peerings.Count < accepter.Peerings.Count ? requester.Peerings : accepter.Peerings;
        return fewer.Find(other => !other.IsLeftOut && other.JoinsSamePair(second));
    }

    /// <summary>The topology described so far, with what could not be taken in as its problems.</summary>
    public Topology Build()
    {
        var network = new TopologyAssembly(name, this, accounts).Assemble();
        return WithIntents(network with { Hybrid = BuildHybrid(network) });
    }
}
