using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>An instance: a host with one or more interfaces. What is said of its address or groups is said of its primary interface.</summary>
public sealed partial class InstanceBuilder : ElementBuilder
{
    private readonly List<InterfaceBuilder> interfaces = [];

    internal InstanceBuilder(SubnetBuilder subnet, Declaration declaration, Declaration interfaceDeclaration)
        : base(subnet.Network, declaration)
    {
        Subnet = subnet;
        Primary = new InterfaceBuilder(subnet, interfaceDeclaration, this);
        interfaces.Add(Primary);
    }

    /// <summary>The subnet of the primary interface.</summary>
    public SubnetBuilder Subnet { get; }

    /// <summary>The interface that the instance came with.</summary>
    public InterfaceBuilder Primary { get; }

    internal IReadOnlyList<InterfaceBuilder> Interfaces => interfaces;

    /// <summary>Adds a security group to the primary interface.</summary>
    /// <param name="group">A group of the same VPC.</param>
    public InstanceBuilder SecurityGroup(
        SecurityGroupBuilder group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.SecurityGroup(group, file, line);
        return this;
    }

    /// <summary>Fixes the private address of the primary interface.</summary>
    /// <param name="address">Free, not reserved, inside the subnet.</param>
    public InstanceBuilder PrivateIp(string address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.PrivateIp(address, file, line);
        return this;
    }

    /// <summary>Gives the primary interface a public address of the vendor's choice.</summary>
    public InstanceBuilder PublicIp([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.PublicIp(file, line);
        return this;
    }

    /// <summary>Associates an elastic address with the primary interface.</summary>
    /// <param name="address">An elastic address of the same region that nothing else has.</param>
    public InstanceBuilder ElasticIp(
        ElasticIpBuilder address, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Primary.ElasticIp(address, file, line);
        return this;
    }

    /// <summary>Adds an interface.</summary>
    /// <param name="name">Unique in the instance.</param>
    /// <param name="subnet">A subnet of the same zone; an instance cannot span zones.</param>
    /// <param name="securityGroup">Its group; the default group of the subnet's VPC when none is ever given.</param>
    public InterfaceBuilder Interface(
        string name,
        SubnetBuilder subnet,
        SecurityGroupBuilder? securityGroup = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var added = subnet.Add(new InterfaceBuilder(
            subnet,
            Network.Names.Declare(
                ElementKind.NetworkInterface, Id.Path, name, call.Of(nameof(name)), IsLeftOut || subnet.IsLeftOut),
            this));
        if (!added.IsLeftOut && subnet.Zone.Value != Subnet.Zone.Value)
        {
            Network.Problems.Add(
                ProblemKind.InterfaceInOtherZone,
                $"instance '{Name}' is in zone {Subnet.Zone}, subnet '{subnet.Name}' in {subnet.Zone}; an instance has interfaces in its own zone only",
                call.Of(nameof(subnet)));
            added.LeaveOut();
        }

        added.Participant = Primary.Participant;
        if (!added.IsLeftOut && Primary.Participant is { } participant && (!subnet.Participants.Contains(participant) || securityGroup is null))
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                subnet.Participants.Contains(participant)
                    ? $"a participant never uses the default group of a shared VPC; give the interface a group of account '{participant.Name}'"
                    : $"instance '{Name}' is of account '{participant.Name}', and subnet '{subnet.Name}' is not shared with it; share it before, with ShareWith(…)",
                call.Of(nameof(subnet)));
            added.LeaveOut();
        }

        interfaces.Add(added);
        if (securityGroup is not null)
        {
            added.Join(securityGroup, call.Of(nameof(securityGroup)));
        }

        return added;
    }

    /// <summary>An instance outside the topology, which a failed look-up answers with.</summary>
    internal static InstanceBuilder LeftOut(VpcBuilder vpc, string name)
    {
        var nowhere = new SubnetBuilder(vpc, Outside(ElementKind.Subnet), "", default, default);
        return new InstanceBuilder(nowhere, Outside(ElementKind.Instance), Outside(ElementKind.NetworkInterface));

        Declaration Outside(ElementKind kind) => new(new ElementId(kind, name), Origin.None, IsLeftOut: true);
    }

    internal Instance Build(Func<InterfaceBuilder, bool> isPresent) => new(
        Id,
        Origin,
        Subnet.Id,
        interfaces.Where(isPresent).Select(added => added.Id).ToEquatableArray())
    {
        Forwarding = forwarding,
        Tags = tags.Build(),
    };
}
