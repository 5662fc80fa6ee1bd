using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <summary>
/// A shared subnet as one participant sees it: a place for its own instances, interfaces and security groups. Route tables, ACLs, gateways,
/// peerings and endpoints are the owner's, and are not offered here.
/// Source: "Responsibilities and permissions for owners and participants", Amazon VPC User Guide.
/// </summary>
public sealed class SharedSubnetBuilder
{
    private readonly bool isLeftOut;

    internal SharedSubnetBuilder(SubnetBuilder subnet, AccountBuilder account, bool isLeftOut)
    {
        Subnet = subnet;
        Account = account;
        this.isLeftOut = isLeftOut;
    }

    /// <summary>The subnet.</summary>
    public SubnetBuilder Subnet { get; }

    /// <summary>The participant.</summary>
    public AccountBuilder Account { get; }

    /// <summary>Declares an instance of the participant's.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="securityGroup">A group of the participant's, or one of the owner's that is shared with it; never the default group.</param>
    /// <param name="configure">Adds addresses and groups.</param>
    public InstanceBuilder Instance(
        string name,
        SecurityGroupBuilder securityGroup,
        Action<InstanceBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var instance = Subnet.AddInstance(name, call.Of(nameof(name)), isLeftOut);
        instance.Primary.Participant = Account;
        instance.Primary.Join(securityGroup, call.Of(nameof(securityGroup)));
        configure?.Invoke(instance);
        return instance;
    }

    /// <summary>Declares an interface of the participant's that belongs to no instance.</summary>
    /// <param name="name">Unique in the VPC, among interfaces and instances.</param>
    /// <param name="securityGroup">A group of the participant's, or one of the owner's that is shared with it; never the default group.</param>
    public InterfaceBuilder Interface(
        string name, SecurityGroupBuilder securityGroup, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var added = Subnet.AddInterface(name, call.Of(nameof(name)), isLeftOut);
        added.Participant = Account;
        added.Join(securityGroup, call.Of(nameof(securityGroup)));
        return added;
    }

    /// <summary>Declares a security group of the participant's in the shared VPC. Its rules may reference groups of the owner and of other participants.</summary>
    /// <param name="name">Unique in the VPC; it does not start with <c>sg-</c>, and <c>default</c> is taken.</param>
    /// <param name="configure">Adds rules.</param>
    public SecurityGroupBuilder SecurityGroup(
        string name,
        Action<SecurityGroupBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var group = Subnet.Vpc.AddSecurityGroup(name, Call.Here(file, line).Of(nameof(name)), isLeftOut);
        group.Participant = Account;
        configure?.Invoke(group);
        return group;
    }
}
