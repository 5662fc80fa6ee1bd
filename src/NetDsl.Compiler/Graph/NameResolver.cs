using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>
/// How the resolver of a VPC answers, where it differs from a VPC of the vendor's defaults: names of the vendor's follow from the rest of
/// the graph. Source: "DNS attributes for your VPC", Amazon VPC User Guide.
/// </summary>
/// <param name="Vpc">The node of the VPC.</param>
/// <param name="Answers">Whether it answers at all.</param>
/// <param name="HasHostnames">Whether instances of the VPC have public names.</param>
/// <param name="Peers">The nodes of the VPCs whose public names give it private addresses, its own left out.</param>
/// <param name="Domains">The domains that are not the public ones here.</param>
/// <param name="Sites">The nodes of the sites that ask it, by an inbound endpoint.</param>
public sealed record NameResolver(
    int Vpc, bool Answers, bool HasHostnames, EquatableArray<int> Peers, EquatableArray<NameDomain> Domains, EquatableArray<int> Sites)
{
    /// <summary>Whether it is that of a VPC as the vendor makes it.</summary>
    public bool IsDefault => Answers && !HasHostnames && Peers.Count == 0 && Domains.Count == 0 && Sites.Count == 0;
}

/// <summary>Why a domain is not the public one.</summary>
public enum NameDomainKind
{
    /// <summary>A private hosted zone answers.</summary>
    HostedZone,

    /// <summary>The private DNS of an interface endpoint answers.</summary>
    EndpointZone,

    /// <summary>The private DNS of an interface endpoint answers what comes in by an inbound endpoint, and nothing else.</summary>
    InboundEndpointZone,

    /// <summary>A gateway endpoint says which records the names of its service have.</summary>
    GatewayEndpointZone,

    /// <summary>A rule forwards to name servers.</summary>
    ForwardingRule,
}

/// <summary>A domain that is not the public one in a VPC.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Kind">Who answers.</param>
/// <param name="Node">The zone, the endpoint or the rule.</param>
/// <param name="Records">The names that it knows; of a rule one, with the name servers.</param>
public sealed record NameDomain(string Domain, NameDomainKind Kind, int Node, EquatableArray<NameAnswer> Records);

/// <summary>What a name answers with.</summary>
/// <param name="Name">The name; a first label <c>*</c> stands for every name that has no answer of its own.</param>
/// <param name="Addresses">The addresses.</param>
public sealed record NameAnswer(string Name, EquatableArray<IpAddress> Addresses);
