"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.OauthClient = exports.OauthClientRolesList = exports.OauthClientRolesOutputReference = void 0;
exports.oauthClientRolesToTerraform = oauthClientRolesToTerraform;
exports.oauthClientRolesToHclTerraform = oauthClientRolesToHclTerraform;
const cdktf = require("cdktf");
function oauthClientRolesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        division_id: cdktf.stringToTerraform(struct.divisionId),
        role_id: cdktf.stringToTerraform(struct.roleId),
    };
}
function oauthClientRolesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        division_id: {
            value: cdktf.stringToHclTerraform(struct.divisionId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        role_id: {
            value: cdktf.stringToHclTerraform(struct.roleId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OauthClientRolesOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._divisionId !== undefined) {
            hasAnyValues = true;
            internalValueResult.divisionId = this._divisionId;
        }
        if (this._roleId !== undefined) {
            hasAnyValues = true;
            internalValueResult.roleId = this._roleId;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._divisionId = undefined;
            this._roleId = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._divisionId = value.divisionId;
            this._roleId = value.roleId;
        }
    }
    _divisionId;
    get divisionId() {
        return this.getStringAttribute('division_id');
    }
    set divisionId(value) {
        this._divisionId = value;
    }
    resetDivisionId() {
        this._divisionId = undefined;
    }
    get divisionIdInput() {
        return this._divisionId;
    }
    _roleId;
    get roleId() {
        return this.getStringAttribute('role_id');
    }
    set roleId(value) {
        this._roleId = value;
    }
    get roleIdInput() {
        return this._roleId;
    }
}
exports.OauthClientRolesOutputReference = OauthClientRolesOutputReference;
class OauthClientRolesList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new OauthClientRolesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OauthClientRolesList = OauthClientRolesList;
class OauthClient extends cdktf.TerraformResource {
    static tfResourceType = "genesyscloud_oauth_client";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "genesyscloud_oauth_client", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'genesyscloud_oauth_client',
            terraformGeneratorMetadata: {
                providerName: 'genesyscloud',
                providerVersionConstraint: '1.84.1'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._accessTokenValiditySeconds = config.accessTokenValiditySeconds;
        this._authorizedGrantType = config.authorizedGrantType;
        this._clientSecret = config.clientSecret;
        this._description = config.description;
        this._directoryClientSecret = config.directoryClientSecret;
        this._exposeClientSecret = config.exposeClientSecret;
        this._id = config.id;
        this._integrationCredentialName = config.integrationCredentialName;
        this._name = config.name;
        this._registeredRedirectUris = config.registeredRedirectUris;
        this._scopes = config.scopes;
        this._state = config.state;
        this._roles.internalValue = config.roles;
    }
    _accessTokenValiditySeconds;
    get accessTokenValiditySeconds() {
        return this.getNumberAttribute('access_token_validity_seconds');
    }
    set accessTokenValiditySeconds(value) {
        this._accessTokenValiditySeconds = value;
    }
    resetAccessTokenValiditySeconds() {
        this._accessTokenValiditySeconds = undefined;
    }
    get accessTokenValiditySecondsInput() {
        return this._accessTokenValiditySeconds;
    }
    _authorizedGrantType;
    get authorizedGrantType() {
        return this.getStringAttribute('authorized_grant_type');
    }
    set authorizedGrantType(value) {
        this._authorizedGrantType = value;
    }
    get authorizedGrantTypeInput() {
        return this._authorizedGrantType;
    }
    get clientId() {
        return this.getStringAttribute('client_id');
    }
    _clientSecret;
    get clientSecret() {
        return this.getStringAttribute('client_secret');
    }
    set clientSecret(value) {
        this._clientSecret = value;
    }
    resetClientSecret() {
        this._clientSecret = undefined;
    }
    get clientSecretInput() {
        return this._clientSecret;
    }
    _description;
    get description() {
        return this.getStringAttribute('description');
    }
    set description(value) {
        this._description = value;
    }
    resetDescription() {
        this._description = undefined;
    }
    get descriptionInput() {
        return this._description;
    }
    _directoryClientSecret;
    get directoryClientSecret() {
        return this.getStringAttribute('directory_client_secret');
    }
    set directoryClientSecret(value) {
        this._directoryClientSecret = value;
    }
    resetDirectoryClientSecret() {
        this._directoryClientSecret = undefined;
    }
    get directoryClientSecretInput() {
        return this._directoryClientSecret;
    }
    _exposeClientSecret;
    get exposeClientSecret() {
        return this.getBooleanAttribute('expose_client_secret');
    }
    set exposeClientSecret(value) {
        this._exposeClientSecret = value;
    }
    resetExposeClientSecret() {
        this._exposeClientSecret = undefined;
    }
    get exposeClientSecretInput() {
        return this._exposeClientSecret;
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    get integrationCredentialId() {
        return this.getStringAttribute('integration_credential_id');
    }
    _integrationCredentialName;
    get integrationCredentialName() {
        return this.getStringAttribute('integration_credential_name');
    }
    set integrationCredentialName(value) {
        this._integrationCredentialName = value;
    }
    resetIntegrationCredentialName() {
        this._integrationCredentialName = undefined;
    }
    get integrationCredentialNameInput() {
        return this._integrationCredentialName;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    get nameInput() {
        return this._name;
    }
    _registeredRedirectUris;
    get registeredRedirectUris() {
        return cdktf.Fn.tolist(this.getListAttribute('registered_redirect_uris'));
    }
    set registeredRedirectUris(value) {
        this._registeredRedirectUris = value;
    }
    resetRegisteredRedirectUris() {
        this._registeredRedirectUris = undefined;
    }
    get registeredRedirectUrisInput() {
        return this._registeredRedirectUris;
    }
    _scopes;
    get scopes() {
        return cdktf.Fn.tolist(this.getListAttribute('scopes'));
    }
    set scopes(value) {
        this._scopes = value;
    }
    resetScopes() {
        this._scopes = undefined;
    }
    get scopesInput() {
        return this._scopes;
    }
    _state;
    get state() {
        return this.getStringAttribute('state');
    }
    set state(value) {
        this._state = value;
    }
    resetState() {
        this._state = undefined;
    }
    get stateInput() {
        return this._state;
    }
    _roles = new OauthClientRolesList(this, "roles", true);
    get roles() {
        return this._roles;
    }
    putRoles(value) {
        this._roles.internalValue = value;
    }
    resetRoles() {
        this._roles.internalValue = undefined;
    }
    get rolesInput() {
        return this._roles.internalValue;
    }
    synthesizeAttributes() {
        return {
            access_token_validity_seconds: cdktf.numberToTerraform(this._accessTokenValiditySeconds),
            authorized_grant_type: cdktf.stringToTerraform(this._authorizedGrantType),
            client_secret: cdktf.stringToTerraform(this._clientSecret),
            description: cdktf.stringToTerraform(this._description),
            directory_client_secret: cdktf.stringToTerraform(this._directoryClientSecret),
            expose_client_secret: cdktf.booleanToTerraform(this._exposeClientSecret),
            id: cdktf.stringToTerraform(this._id),
            integration_credential_name: cdktf.stringToTerraform(this._integrationCredentialName),
            name: cdktf.stringToTerraform(this._name),
            registered_redirect_uris: cdktf.listMapper(cdktf.stringToTerraform, false)(this._registeredRedirectUris),
            scopes: cdktf.listMapper(cdktf.stringToTerraform, false)(this._scopes),
            state: cdktf.stringToTerraform(this._state),
            roles: cdktf.listMapper(oauthClientRolesToTerraform, true)(this._roles.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            access_token_validity_seconds: {
                value: cdktf.numberToHclTerraform(this._accessTokenValiditySeconds),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            authorized_grant_type: {
                value: cdktf.stringToHclTerraform(this._authorizedGrantType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_secret: {
                value: cdktf.stringToHclTerraform(this._clientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            description: {
                value: cdktf.stringToHclTerraform(this._description),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            directory_client_secret: {
                value: cdktf.stringToHclTerraform(this._directoryClientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            expose_client_secret: {
                value: cdktf.booleanToHclTerraform(this._exposeClientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            integration_credential_name: {
                value: cdktf.stringToHclTerraform(this._integrationCredentialName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            registered_redirect_uris: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._registeredRedirectUris),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            scopes: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._scopes),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            state: {
                value: cdktf.stringToHclTerraform(this._state),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            roles: {
                value: cdktf.listMapperHcl(oauthClientRolesToHclTerraform, true)(this._roles.internalValue),
                isBlock: true,
                type: "set",
                storageClassType: "OauthClientRolesList",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.OauthClient = OauthClient;
