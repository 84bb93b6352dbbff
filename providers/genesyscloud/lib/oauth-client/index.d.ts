import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OauthClientConfig extends cdktf.TerraformMetaArguments {
    readonly accessTokenValiditySeconds?: number;
    readonly authorizedGrantType: string;
    readonly clientSecret?: string;
    readonly description?: string;
    readonly directoryClientSecret?: string;
    readonly exposeClientSecret?: boolean | cdktf.IResolvable;
    readonly id?: string;
    readonly integrationCredentialName?: string;
    readonly name: string;
    readonly registeredRedirectUris?: string[];
    readonly scopes?: string[];
    readonly state?: string;
    readonly roles?: OauthClientRoles[] | cdktf.IResolvable;
}
export interface OauthClientRoles {
    readonly divisionId?: string;
    readonly roleId: string;
}
export declare function oauthClientRolesToTerraform(struct?: OauthClientRoles | cdktf.IResolvable): any;
export declare function oauthClientRolesToHclTerraform(struct?: OauthClientRoles | cdktf.IResolvable): any;
export declare class OauthClientRolesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OauthClientRoles | cdktf.IResolvable | undefined;
    set internalValue(value: OauthClientRoles | cdktf.IResolvable | undefined);
    private _divisionId?;
    get divisionId(): string;
    set divisionId(value: string);
    resetDivisionId(): void;
    get divisionIdInput(): string;
    private _roleId?;
    get roleId(): string;
    set roleId(value: string);
    get roleIdInput(): string;
}
export declare class OauthClientRolesList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OauthClientRoles[] | cdktf.IResolvable;
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    get(index: number): OauthClientRolesOutputReference;
}
export declare class OauthClient extends cdktf.TerraformResource {
    static readonly tfResourceType = "genesyscloud_oauth_client";
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    constructor(scope: Construct, id: string, config: OauthClientConfig);
    private _accessTokenValiditySeconds?;
    get accessTokenValiditySeconds(): number;
    set accessTokenValiditySeconds(value: number);
    resetAccessTokenValiditySeconds(): void;
    get accessTokenValiditySecondsInput(): number;
    private _authorizedGrantType?;
    get authorizedGrantType(): string;
    set authorizedGrantType(value: string);
    get authorizedGrantTypeInput(): string;
    get clientId(): string;
    private _clientSecret?;
    get clientSecret(): string;
    set clientSecret(value: string);
    resetClientSecret(): void;
    get clientSecretInput(): string;
    private _description?;
    get description(): string;
    set description(value: string);
    resetDescription(): void;
    get descriptionInput(): string;
    private _directoryClientSecret?;
    get directoryClientSecret(): string;
    set directoryClientSecret(value: string);
    resetDirectoryClientSecret(): void;
    get directoryClientSecretInput(): string;
    private _exposeClientSecret?;
    get exposeClientSecret(): boolean | cdktf.IResolvable;
    set exposeClientSecret(value: boolean | cdktf.IResolvable);
    resetExposeClientSecret(): void;
    get exposeClientSecretInput(): boolean | cdktf.IResolvable;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string;
    get integrationCredentialId(): string;
    private _integrationCredentialName?;
    get integrationCredentialName(): string;
    set integrationCredentialName(value: string);
    resetIntegrationCredentialName(): void;
    get integrationCredentialNameInput(): string;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string;
    private _registeredRedirectUris?;
    get registeredRedirectUris(): string[];
    set registeredRedirectUris(value: string[]);
    resetRegisteredRedirectUris(): void;
    get registeredRedirectUrisInput(): string[];
    private _scopes?;
    get scopes(): string[];
    set scopes(value: string[]);
    resetScopes(): void;
    get scopesInput(): string[];
    private _state?;
    get state(): string;
    set state(value: string);
    resetState(): void;
    get stateInput(): string;
    private _roles;
    get roles(): OauthClientRolesList;
    putRoles(value: OauthClientRoles[] | cdktf.IResolvable): void;
    resetRoles(): void;
    get rolesInput(): cdktf.IResolvable | OauthClientRoles[];
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
